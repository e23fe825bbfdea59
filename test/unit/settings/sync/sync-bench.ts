import {
  createSettingsSync,
  createStyleStore,
  type SettingsPatch,
  type StyleFields,
} from '../../../../src/settings/index.ts';
import { memoryArea } from '../../jobs/memory-area.ts';
import { KNOWN, storeBench } from '../store-bench.ts';

/** One device: its settings and styles, and its copy of the browser's sync, which `deliver` carries to another device. */
export function syncDevice(name: string, start: { stored?: unknown; policy?: unknown; there?: object } = {}) {
  const bench = storeBench({ stored: start.stored, policy: start.policy });
  let nextStyle = 0;
  const styles = createStyleStore({ area: bench.area, randomId: () => `${name}-${++nextStyle}` });
  const remote = memoryArea({ ...start.there });
  const state = {
    now: 0,
    changed: 0,
    writes: [] as Record<string, unknown>[],
    alarm: undefined as number | undefined,
  };
  remote.beforeSet = (items) => void state.writes.push(items);
  const sync = createSettingsSync({
    area: bench.area,
    remote,
    settings: bench.store,
    styles,
    known: KNOWN,
    alarm: (delayMs) => {
      state.alarm = delayMs;
    },
    clock: { now: () => state.now },
    randomId: () => name,
    changed: () => {
      state.changed += 1;
    },
  });
  return {
    ...bench,
    state,
    styles,
    remote,
    sync,
    set: (patch: SettingsPatch) => bench.store.update(patch),
    async addStyle(fields: StyleFields): Promise<string> {
      const added = await styles.add(fields);
      if ('problem' in added) throw new Error(added.problem.code);
      return added.id;
    },
    styleIds: async () => (await styles.read()).styles.map(({ id }) => id),
    /** Reconciles a while after the last write. */
    async settle() {
      state.now += 60_000;
      await sync.reconcile();
    },
    record: (key: string) => remote.snapshot()[key] as Record<string, unknown> | undefined,
  };
}

export type SyncDevice = ReturnType<typeof syncDevice>;

/** What the browser does, item by item: the copy at the other device becomes this one's, whichever is the newer. */
export async function deliver(from: SyncDevice, to: SyncDevice, keys?: readonly string[]): Promise<void> {
  const sent = from.remote.snapshot();
  const { beforeSet } = to.remote;
  to.remote.beforeSet = () => undefined;
  for (const key of keys ?? Object.keys(sent)) await to.remote.set({ [key]: sent[key] });
  to.remote.beforeSet = beforeSet;
}

/** Carries over that items are gone. */
export async function deliverRemovals(from: SyncDevice, to: SyncDevice): Promise<void> {
  const sent = from.remote.snapshot();
  await to.remote.remove(Object.keys(to.remote.snapshot()).filter((key) => !Object.hasOwn(sent, key)));
}
