import { expect, test } from 'vitest';
import { withRepoFallback } from '../../../../src/hub/index.ts';
import { json } from '../fake-network.ts';
import { makeHub, source } from '../make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;

/** A local function that throws a response, as some frameworks do. */
function fallingBackFrom(headers: Record<string, string>) {
  const { hub, network } = makeHub([source('a')], () => json({ id: 'o/r' }));
  const thrown = new Response(null, { status: 404, headers });
  const local = (_ref: typeof ref) => {
    throw thrown;
  };
  return { answer: withRepoFallback(hub, 'info')(local)(ref), thrown, network };
}

test('a thrown response is a local 404 like any other', async () => {
  await expect(fallingBackFrom({ 'X-Error-Code': 'RepoNotFound' }).answer).resolves.toMatchObject({
    _source: 'a',
  });
});

test.each(['EntryNotFound', 'RevisionNotFound'])(
  'a thrown response with %s stays as it was thrown',
  async (code) => {
    const { answer, thrown, network } = fallingBackFrom({ 'X-Error-Code': code });
    await expect(answer).rejects.toBe(thrown);
    expect(network.requests).toEqual([]);
  },
);
