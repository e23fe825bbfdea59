import { expect, test } from 'vitest';
import { splitArea } from '../../../src/storage/split-area.ts';
import { memoryArea } from '../jobs/memory-area.ts';

const isPrivate = (value: unknown) => value === 'private';

function setUp() {
  const [kept, session] = [memoryArea(), memoryArea()];
  return { kept, session, area: splitArea(kept, session, isPrivate) };
}

test('what belongs to the session is never written into the first area; both are read as one', async () => {
  const { kept, session, area } = setUp();
  await area.set({ a: 'kept', b: 'private' });
  expect(await kept.get(null)).toEqual({ a: 'kept' });
  expect(await session.get(null)).toEqual({ b: 'private' });
  expect(await area.get(null)).toEqual({ a: 'kept', b: 'private' });
  expect(await area.get('b')).toEqual({ b: 'private' });
});

test('changes of both are told, until nobody listens', async () => {
  const { area } = setUp();
  const told: string[] = [];
  const listener = (changes: object) => void told.push(...Object.keys(changes));
  area.onChanged.addListener(listener);
  await area.set({ a: 'kept', b: 'private' });
  area.onChanged.removeListener(listener);
  await area.set({ c: 'private' });
  expect(told.toSorted()).toEqual(['a', 'b']);
});

test('what is removed is gone from both, and a session that cannot be read is empty', async () => {
  const { kept, session, area } = setUp();
  await area.set({ a: 'kept', b: 'private' });
  await area.remove(['a', 'b']);
  expect([await kept.get(null), await session.get(null)]).toEqual([{}, {}]);
  const broken = { ...session, get: () => Promise.reject(new Error('No session')) };
  await kept.set({ a: 'kept' });
  expect(await splitArea(kept, broken, isPrivate).get(null)).toEqual({ a: 'kept' });
});
