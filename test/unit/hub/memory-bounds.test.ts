import { describe, expect, test } from 'vitest';
import { HubError } from '../../../src/hub/index.ts';
import { json } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const megabyte = new Uint8Array(1_000_000).fill(0x20);

/** A body that has no end, and tells how much of it was taken and whether somebody ended it. */
function endless() {
  const taken = { chunks: 0, isCancelled: false };
  const stream = new ReadableStream({
    pull: (controller) => {
      taken.chunks += 1;
      controller.enqueue(megabyte);
    },
    cancel: () => {
      taken.isCancelled = true;
    },
  });
  return { stream, taken };
}

describe('a hub that sends without end', () => {
  const ref = { type: 'model', id: 'o/r' } as const;

  test('is invalid in a probe after 5 MB', async () => {
    const { stream, taken } = endless();
    const { hub } = makeHub([source('a')], () => new Response(stream));
    const { outcome, attempts } = await hub.locate(ref);
    expect(outcome).toBe('unavailable');
    expect(attempts).toMatchObject([{ verdict: 'invalid', reason: 'too-large', status: 200 }]);
    expect(taken.chunks).toBeLessThan(9);
  });

  test('is invalid in a tree and a list after 20 MB', async () => {
    const bodies = [endless(), endless()];
    let next = 0;
    const { hub } = makeHub([source('a')], ({ url }) =>
      url.endsWith('/o/r') ? json({ id: 'o/r' }) : new Response(bodies[next++]?.stream),
    );
    const tooLarge = { outcome: 'unavailable', attempts: [{ reason: 'too-large' }] };
    await expect(hub.tree(ref)).rejects.toMatchObject(tooLarge);
    await expect(hub.list('model')).rejects.toMatchObject(tooLarge);
    for (const { taken } of bodies) expect(taken.chunks).toBeLessThan(24);
  });

  test('is invalid as an avatar after 5 MB', async () => {
    const { stream, taken } = endless();
    const { hub } = makeHub([source('a', { type: 'kohakuhub' })], () => new Response(stream));
    await expect(hub.userAvatar('u')).rejects.toBeInstanceOf(HubError);
    expect(taken.chunks).toBeLessThan(9);
  });
});
