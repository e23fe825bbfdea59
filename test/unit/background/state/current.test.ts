import { expect, test, vi } from 'vitest';
import { settingsHandlers } from '../../../../src/background/handlers/settings.ts';
import { createCurrent } from '../../../../src/background/state/current.ts';
import type { Hub, Source } from '../../../../src/hub/index.ts';
import { isNewer } from '../../../../src/messages/index.ts';
import { fakeServices } from '../fake-services.ts';
import { OWN_HUB, settingsWith, snapshotWith } from '../snapshots.ts';

function setUp() {
  const built: Source[][] = [];
  const state = { snapshot: snapshotWith() };
  const { current } = createCurrent({
    readSnapshot: async () => state.snapshot,
    createHub: (sources) => {
      built.push(sources);
      return {} as Hub;
    },
    worker: 'one',
  });
  return { built, state, current };
}

test('the hubs are built from the state they come with', async () => {
  const { built, state, current } = setUp();
  const before = await current();
  state.snapshot = snapshotWith({ settings: settingsWith({ sources: [OWN_HUB] }) });
  const after = await current();
  expect(after.hub).not.toBe(before.hub);
  expect(built.map((sources) => sources.map(({ id, enabled }) => [id, enabled]))).toEqual([
    [
      ['own', true],
      ['huggingface', true],
    ],
    [
      ['own', false],
      ['huggingface', true],
    ],
    [['own', true]],
    [['own', false]],
  ]);
});

test('what does not concern them leaves them as they are', async () => {
  const { built, state, current } = setUp();
  const { hub } = await current();
  state.snapshot = snapshotWith({
    settings: { ...state.snapshot.settings, primary: 'puter' },
    unreadable: true,
  });
  expect((await current()).hub).toBe(hub);
  expect(built).toHaveLength(2);
});

test('of two states the one whose reading began later is the newer', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const readSnapshot = vi.fn(async () => {
    if (readSnapshot.mock.calls.length === 1) await promise;
    return snapshotWith();
  });
  const { current } = createCurrent({ readSnapshot, createHub: () => ({}) as Hub, worker: 'one' });
  const slow = current();
  const quick = await current();
  resolve();
  expect(quick.read.count).toBeGreaterThan((await slow).read.count);
  expect(isNewer(quick as never, (await slow) as never)).toBe(true);
  expect(isNewer((await slow) as never, quick as never)).toBe(false);
});

test('one switch that is flipped costs one reading of the state', async () => {
  const { services, state } = fakeServices();
  await settingsHandlers(services).updateSettings({ patch: { puter: { enabled: false } } });
  expect(state).toMatchObject({ reads: 1, announced: 1 });
});
