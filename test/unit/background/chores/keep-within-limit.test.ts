import { describe, expect, test } from 'vitest';
import { createLimitKeeper } from '../../../../src/background/chores/keep-within-limit.ts';

/** What a limit keeper does in order, for a limit and the pictures that have to go. */
async function steps(limitMegabytes: number, removed: string[]): Promise<string[]> {
  const done: string[] = [];
  await createLimitKeeper({
    readLimit: async () => limitMegabytes,
    keepWithin: async (maxBytes) => {
      done.push(`keep ${maxBytes}`);
      return removed.map((id) => ({ id }));
    },
    dismiss: async (ids) => void done.push(`dismiss ${ids}`),
    note: async (name, pictures) => void done.push(`${name} ${pictures}`),
    announceGallery: ({ what, ids }) => void done.push(`${what}: ${ids}`),
  })();
  return done;
}

describe('the limit on disk space', () => {
  test('pages are told which pictures went, and how many', async () => {
    expect(await steps(2, ['one', 'two'])).toEqual([
      'keep 2000000',
      'gone: one,two',
      'dismiss one,two',
      'removed 2',
    ]);
  });

  test('nothing is said where nothing had to go', async () => {
    expect(await steps(2, [])).toEqual(['keep 2000000']);
  });

  test('without a limit nothing is counted', async () => {
    expect(await steps(0, ['one'])).toEqual([]);
  });
});
