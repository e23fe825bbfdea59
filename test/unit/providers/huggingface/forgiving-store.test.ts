import { expect, test, vi } from 'vitest';
import { forgiving, memoryStore } from '../../../../src/providers/huggingface/forgiving-store.ts';

test.each([
  [
    'throws',
    () => {
      throw new Error('no storage');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no storage'))],
  ['never answers', () => new Promise<never>(() => {})],
])('a store that %s is an empty store', async (_, access) => {
  const store = forgiving({ get: access, set: access, del: access, entries: access }, 1);
  expect([await store.get('k'), await store.set('k', 1), await store.del('k')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('one that never answers is waited for once', async () => {
  let asked = 0;
  const access = () => {
    asked += 1;
    return new Promise<never>(() => {});
  };
  const store = forgiving({ get: access, set: access, del: access, entries: access }, 1);
  await store.get('k');
  await store.get('k');
  expect(asked).toBe(1);
});

test('two seconds are enough for any disk', async () => {
  vi.useFakeTimers();
  try {
    const access = () => new Promise<never>(() => {});
    const answer = forgiving({ get: access, set: access, del: access, entries: access }).get('k');
    await vi.advanceTimersByTimeAsync(2_000);
    expect([await answer, vi.getTimerCount()]).toEqual([undefined, 0]);
  } finally {
    vi.useRealTimers();
  }
});

test('a store that works is left to it, without a timer left behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const store = forgiving(memoryStore());
  await store.set('k', 1);
  expect(await store.get('k')).toBe(1);
  expect(timers()).toBe(before);
});
