import { expect, test } from 'vitest';
import { parseRepository } from '../../../../src/background/lookups/parse-repository.ts';
import { source } from '../../hub/make-hub.ts';

const SOURCES = [source('hf', { url: 'https://huggingface.co' })];
const parse = (text: string, names: string[] | Error) => {
  const asked: unknown[] = [];
  const revisions = async (...given: unknown[]) => {
    asked.push(given);
    if (names instanceof Error) throw names;
    return names;
  };
  return { asked, parsed: parseRepository(text, SOURCES, { revisions }) };
};
const page = (rest: string) => `https://huggingface.co/o/n/tree/${rest}`;

test.each([
  ['feature/x', ['main', 'feature/x'], 'feature/x'],
  ['feature/x/vae', ['feature/x'], 'feature/x'],
  ['feature/x/vae', ['feature', 'feature/x'], 'feature/x'],
  ['feature/xy', ['feature/x', 'feature'], 'feature'],
  ['v1/vae', ['v1'], 'v1'],
  ['0123abc/vae', ['main'], '0123abc'],
  ['feature/x', [], 'feature'],
])('%s with %j is %s', async (rest, names, revision) => {
  expect(await parse(page(rest), names).parsed).toMatchObject({ ref: { revision }, source: 'hf' });
});

test('only the hub that the address is of is asked, and only when something is open', async () => {
  const { asked, parsed } = parse(page('feature/x'), []);
  await parsed;
  expect(asked).toEqual([[expect.objectContaining({ id: 'o/n' }), { source: 'hf' }]]);
  for (const text of [page('main/vae'), page('v1'), 'o/n', '?']) {
    const { asked, parsed } = parse(text, []);
    await parsed;
    expect(asked).toEqual([]);
  }
});

test('a hub that does not say leaves the first piece', async () => {
  const { parsed } = parse(page('feature/x'), new Error('offline'));
  expect(await parsed).toMatchObject({ ref: { revision: 'feature' } });
});
