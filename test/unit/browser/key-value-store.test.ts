import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openKeyValueStore } from '../../../src/browser/index.ts';

test('keeps plain data by key, over reopening', async () => {
  const store = openKeyValueStore('kept');
  await store.set('a', { verdict: 'present', at: 1 });
  await store.set('b', [1, 2]);
  await store.set('a', { verdict: 'absent', at: 2 });
  const again = openKeyValueStore('kept');
  expect(await again.get('a')).toEqual({ verdict: 'absent', at: 2 });
  expect(await again.entries()).toEqual([
    ['a', { verdict: 'absent', at: 2 }],
    ['b', [1, 2]],
  ]);
  await again.del('a');
  await again.del('nobody');
  expect(await store.get('a')).toBeUndefined();
  expect(await store.entries()).toEqual([['b', [1, 2]]]);
});

test('two stores share nothing', async () => {
  const [one, other] = [openKeyValueStore('one'), openKeyValueStore('other')];
  await Promise.all([one.set('key', 1), other.set('key', 2)]);
  expect(await Promise.all([one.get('key'), other.get('key')])).toEqual([1, 2]);
});

test('opens nothing before its first use', async () => {
  openKeyValueStore('never-used');
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('never-used');
});
