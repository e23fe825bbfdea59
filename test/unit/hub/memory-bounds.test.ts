import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../src/hub/body.ts';
import { HubError } from '../../../src/hub/index.ts';
import { json } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const never = new AbortController().signal;
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

describe('readBytes', () => {
  test('reads what fits, to the last byte', async () => {
    expect(await readBytes(new Response('12345'), 5, never)).toEqual(new TextEncoder().encode('12345'));
  });

  test('gives up and ends the transfer at the first byte beyond', async () => {
    expect(await readBytes(new Response('123456'), 5, never)).toBeUndefined();
    const { stream, taken } = endless();
    expect(await readBytes(new Response(stream), 2_000_000, never)).toBeUndefined();
    expect(taken.isCancelled).toBe(true);
    expect(taken.chunks).toBeLessThan(6);
  });

  test('ends a silent transfer when the signal aborts', async () => {
    const controller = new AbortController();
    const silent = new Response(new ReadableStream());
    const reading = readBytes(silent, 5, controller.signal);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('reads no body as no bytes', async () => {
    expect(await readBytes(new Response(null), 5, never)).toEqual(new Uint8Array());
  });
});

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
