import { expect, test, vi } from 'vitest';
import { settingsHandlers } from '../../../../src/background/handlers/settings.ts';
import { createCurrent } from '../../../../src/background/state/current.ts';
import type { Hub, HubSettings, Source } from '../../../../src/hub/index.ts';
import { isNewer } from '../../../../src/messages/index.ts';
import { fakeServices } from '../fake-services.ts';
import { OWN_HUB, settingsWith, snapshotWith } from '../snapshots.ts';

function setUp() {
  const built: { sources: () => readonly Source[]; settings: () => Partial<HubSettings> }[] = [];
  const state = { snapshot: snapshotWith() };
  const { current } = createCurrent({
    readSnapshot: async () => state.snapshot,
    createHub: (sources, settings) => {
      built.push({ sources, settings });
      return {} as Hub;
    },
    worker: 'one',
  });
  const asked = () => built.map(({ sources }) => sources().map(({ id, enabled }) => [id, enabled]));
  return { built, state, current, asked };
}

test('the hubs use the state that was last read, and none exists before the first read', async () => {
  const { built, state, current, asked } = setUp();
  expect(asked()).toEqual([[], []]);
  await current();
  expect(asked()).toEqual([
    [
      ['own', true],
      ['huggingface', true],
    ],
    [
      ['own', false],
      ['huggingface', true],
    ],
  ]);
  const settings = settingsWith({ sources: [{ ...OWN_HUB, enabled: false }] });
  state.snapshot = snapshotWith({ settings: { ...settings, hub: { ...settings.hub, maxConcurrent: 2 } } });
  await current();
  expect(asked()).toEqual([[['own', false]], [['own', false]]]);
  expect(built.map((hub) => hub.settings().maxConcurrent)).toEqual([2, 2]);
});

test('of two states the one whose reading began later is the newer, and the hubs keep to it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const old = snapshotWith({ settings: settingsWith({ sources: [] }) });
  const readSnapshot = vi.fn(async () => {
    if (readSnapshot.mock.calls.length > 1) return snapshotWith();
    await promise;
    return old;
  });
  let sources: () => readonly Source[] = () => [];
  const createHub = (given: typeof sources) => {
    sources = given;
    return {} as Hub;
  };
  const { current, latest } = createCurrent({ readSnapshot, createHub, worker: 'one' });
  const slow = current();
  const quick = await current();
  resolve();
  expect(isNewer(quick as never, (await slow) as never)).toBe(true);
  expect(isNewer((await slow) as never, quick as never)).toBe(false);
  expect(latest()).toBe(quick);
  expect(sources()).toHaveLength(2);
});

test('one switch that is flipped costs one reading of the state', async () => {
  const { services, state } = fakeServices();
  await settingsHandlers(services).updateSettings({ patch: { puter: { enabled: false } } });
  expect(state).toMatchObject({ reads: 1, announced: 1 });
});
