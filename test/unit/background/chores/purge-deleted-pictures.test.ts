import { expect, test } from 'vitest';
import { purgeDeletedPictures } from '../../../../src/background/chores/purge-deleted-pictures.ts';
import { memoryArea } from '../../jobs/memory-area.ts';

const HOUR_MS = 3_600_000;

function bench() {
  const session = memoryArea();
  const purged: number[] = [];
  const state = { now: 10 * HOUR_MS, fails: false };
  const purge = async ({ now }: { now: number }) => {
    if (state.fails) throw new Error('no database');
    purged.push(now);
    return [];
  };
  const start = () => purgeDeletedPictures({ clock: { now: () => state.now }, session }, purge);
  return { session, purged, state, start };
}

test('the records are read once an hour, however often the worker is started', async () => {
  const { purged, state, start } = bench();
  await start();
  state.now += HOUR_MS - 1;
  await start();
  expect(purged).toEqual([10 * HOUR_MS]);
  state.now += 1;
  await start();
  expect(purged).toEqual([10 * HOUR_MS, 11 * HOUR_MS]);
});

test('a purge that failed is tried again at the next start', async () => {
  const { purged, state, start } = bench();
  state.fails = true;
  await expect(start()).rejects.toThrow('no database');
  state.fails = false;
  await start();
  expect(purged).toHaveLength(1);
});

test.each([
  ['a clock that was set back', 99 * HOUR_MS],
  ['nonsense', 'yesterday'],
])('after %s it is done at once', async (_, last) => {
  const { session, purged, start } = bench();
  await session.set({ 'gallery:purgedAt': last });
  await start();
  expect(purged).toHaveLength(1);
});
