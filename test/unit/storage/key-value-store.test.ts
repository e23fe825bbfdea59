import { expect, test, vi } from 'vitest';
import { createMemoryStore, forgiving } from '../../../src/storage/key-value-store.ts';

const everythingOf = async (store: ReturnType<typeof forgiving>) => [
  await store.get('k'),
  await store.set('k', 1),
  await store.del('k'),
  await store.entries(),
];

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
  expect(await everythingOf(store)).toEqual([undefined, undefined, undefined, []]);
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
  vi.useFakeTimers();
  try {
    const store = forgiving(createMemoryStore());
    await store.set('k', 1);
    expect([await store.get('k'), await store.entries()]).toEqual([1, [['k', 1]]]);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('one that does not answer is waited for once, and used again when it has answered after all', async () => {
  let asked = 0;
  let answer = (_value: unknown) => {};
  const access = () => {
    asked += 1;
    return new Promise<never>((resolve) => {
      answer = resolve as (value: unknown) => void;
    });
  };
  const store = forgiving({ get: access, set: access, del: access, entries: access }, 1);
  await store.get('k');
  await store.get('k');
  expect(asked).toBe(1);

  answer('late');
  await Promise.resolve();
  const again = store.get('k');
  answer('in time');
  expect([await again, asked]).toEqual(['in time', 2]);
});
