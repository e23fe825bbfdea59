import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { json, notFound } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;

// Of these, only the test's own are counted.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test('a lookup leaves no timer and no listener behind, however it ends', async () => {
  const { signal } = new AbortController();
  const { hub } = makeHub([source('a'), source('b'), source('c')], ({ url }) => {
    if (url.includes('c.test')) return null;
    return url.includes('a.test/api/models/o/r')
      ? notFound()
      : json(url.includes('tree') ? [] : { id: 'o/r' });
  });
  await hub.locate(ref, { signal });
  await hub.tree(ref, '', { signal });
  await hub.resolve(ref, 'f', { signal });
  await hub.info({ type: 'dataset', id: 'o/r' }, { signal });
  await expect(hub.userProfile('..', { signal })).rejects.toThrow();

  const leaving = new AbortController();
  const aborted = hub.locate({ type: 'space', id: 'x/y' }, { signal: leaving.signal, complete: true });
  leaving.abort(new Error('a reason of their own'));
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });

  expect(getEventListeners(signal, 'abort')).toEqual([]);
  expect(getEventListeners(leaving.signal, 'abort')).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('the grace leaves no timer when the higher source answers within it', async () => {
  const { hub } = makeHub([source('a'), source('b')], async ({ url }) => {
    if (url.includes('b.test')) return json({ id: 'o/r' });
    await new Promise((resolve) => setImmediate(resolve));
    return notFound();
  });
  expect(await hub.locate(ref)).toMatchObject({ source: 'b', confidence: 'confirmed' });
  expect(vi.getTimerCount()).toBe(0);
});
