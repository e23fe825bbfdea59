import { expect, test } from 'vitest';
import { listFiles } from '../../../../src/background/lookups/list-files.ts';
import type { TreeEntry } from '../../../../src/hub/index.ts';

const ref = { type: 'model', id: 'o/r' } as const;

function list(items: TreeEntry[], complete = true) {
  const asked: unknown[] = [];
  const tree = async (...given: unknown[]) => {
    asked.push(given);
    return { items, complete, _source: 'a', _source_url: 'https://a.test' };
  };
  return { asked, files: listFiles({ tree }, ref, 'vae', 'a') };
}

test('the source that was shown is asked, and only what is shown is passed on', async () => {
  const deep = JSON.parse('['.repeat(1_000) + ']'.repeat(1_000));
  const { asked, files } = list([
    { type: 'file', path: 'vae/a', size: 3, lfs: deep },
    { type: 'directory', path: 'vae/b', size: 'x' },
    { type: 'file', path: 'x'.repeat(3_000) },
    { path: 'no type' },
    {},
  ]);
  expect(await files).toEqual({
    items: [
      { folder: false, path: 'vae/a', size: 3 },
      { folder: true, path: 'vae/b' },
    ],
    source: 'a',
    complete: true,
  });
  expect(asked).toEqual([[ref, 'vae', { source: 'a' }]]);
});

test('a list that is not whole, or longer than a message should be, says so', async () => {
  expect(await list([], false).files).toMatchObject({ complete: false });
  const many = Array.from({ length: 50_001 }, (_, at) => ({ type: 'file', path: `vae/${at}` }));
  const { items, complete } = await list(many).files;
  expect([items.length, complete]).toEqual([50_000, false]);
});
