import type { StorageArea } from '../../storage/area.ts';
import { createOneAtATime } from '../../storage/one-at-a-time.ts';
import { type Difference, differencesOf } from '../backup/differences.ts';
import type { StyleStore } from '../presets/style-store.ts';
import type { KnownNames } from '../row.ts';
import type { SettingsStore } from '../settings-store.ts';
import { canonicalJson } from './canonical-json.ts';
import { asBackup, firstKnown, type SyncChoice } from './first-choice.ts';
import { readLocalFields, writeLocalFields } from './local-fields.ts';
import { mergeAll } from './merge-all.ts';
import { pushItems, type SyncArea } from './push-items.ts';
import { type LeftBehind, leftBehind } from './sync-names.ts';
import { parseSyncState, type SyncState } from './sync-state.ts';

const STATE_KEY = 'sync';
/** Values from the browser's sync that could not be read are copied here, the latest copy of each. */
const ASIDE_KEY = 'sync:aside';
const ASIDE_COUNT = 50;

/** Milliseconds after the last edit until it is sent, and at least between two writes: 12 a minute of the 120 that are allowed. */
const DEBOUNCE_MS = 5_000;
/** Milliseconds until a refused write is tried again. */
const RETRY_MS = 60_000;

/** The state that the options show. */
export interface SyncStatus {
  on: boolean;
  /** Something lies in the browser's sync. */
  isThere: boolean;
  /** What stays on this device because there is no room for it. */
  left: LeftBehind[];
  /** The browser refused the last write. */
  failed: boolean;
}

export interface SettingsSync {
  status(): Promise<SyncStatus>;
  /** The changes that *use what is there* would make here. Changes nothing. */
  preview(): Promise<Difference[]>;
  turnOn(choice: SyncChoice): Promise<void>;
  /** Ends the syncing here; what is in the browser's sync stays there. */
  turnOff(): Promise<void>;
  /**
   * Deletes everything in the browser's sync. Refused (false) while syncing is on here, since it would be
   * written again.
   */
  clear(): Promise<boolean>;
  /** Call when something may have changed here: it is sent a little later. */
  edited(): Promise<void>;
  /** Makes both sides agree, when it is on. */
  reconcile(): Promise<void>;
}

interface SyncPorts {
  area: Pick<StorageArea, 'get' | 'set'>;
  /** The browser's own sync. */
  remote: SyncArea;
  settings: Pick<SettingsStore, 'read' | 'ownState' | 'adopt'>;
  styles: Pick<StyleStore, 'read' | 'own' | 'adopt'>;
  known: KnownNames;
  /** Calls `reconcile` after so many milliseconds, in another worker if need be; undefined: not any more. */
  alarm(delayMs: number | undefined): void;
  clock: { now(): number };
  randomId(): string;
  /** Called when the sync changed settings or styles here, or what `status` says. */
  changed(): void;
}

/** Lets settings, hubs and styles follow the user over the browser's sync. Tokens are never part of it. */
export function createSettingsSync(ports: SyncPorts): SettingsSync {
  const { area, remote, settings, styles, known: names, alarm, clock, randomId, changed } = ports;
  const oneAtATime = createOneAtATime();
  let lastWrite = Number.NEGATIVE_INFINITY;

  const readState = async () => parseSyncState((await area.get(STATE_KEY))[STATE_KEY], randomId);

  /** True when something changed. */
  async function writeState(next: SyncState): Promise<boolean> {
    const before = (await area.get(STATE_KEY))[STATE_KEY];
    if (canonicalJson(before) === canonicalJson(next)) return false;
    await area.set({ [STATE_KEY]: next });
    return true;
  }

  async function setAside(damaged: Record<string, unknown>): Promise<void> {
    if (Object.keys(damaged).length === 0) return;
    const before = (await area.get(ASIDE_KEY))[ASIDE_KEY];
    const items = { ...(typeof before === 'object' ? before : {}), ...damaged };
    const next = Object.fromEntries(Object.entries(items).slice(-ASIDE_COUNT));
    if (canonicalJson(before) !== canonicalJson(next)) await area.set({ [ASIDE_KEY]: next });
  }

  async function reconcileNow(state: SyncState): Promise<void> {
    const there = await remote.get(null);
    const local = await readLocalFields({ settings, styles });
    const merged = mergeAll(local, there, state, names);
    await setAside(merged.damaged);
    if (merged.taken.size > 0) await writeLocalFields({ settings, styles }, merged.taken, local);
    // Written after the values: if the worker were killed between the two in the other order, the old values
    // here would count as edits of this device.
    const next = { ...state, known: merged.known };
    await writeState(next);

    const wait = lastWrite + DEBOUNCE_MS - clock.now();
    // A wait that is longer than any: the clock was set back, and says nothing.
    const mayWrite = wait <= 0 || wait > DEBOUNCE_MS;
    const pushed = await pushItems(remote, there, merged.puts, { mayWrite });
    if (pushed.wrote) lastWrite = clock.now();
    if (pushed.outcome === 'later') alarm(wait);
    else alarm(pushed.outcome === 'refused' ? RETRY_MS : undefined);
    const failed = pushed.outcome === 'later' ? state.failed : pushed.outcome === 'refused';
    await writeState({ ...next, left: pushed.left, failed });
    const isNews = failed !== state.failed || canonicalJson(pushed.left) !== canonicalJson(state.left);
    if (merged.taken.size > 0 || isNews) changed();
  }

  return {
    async status() {
      const [{ on, left, failed }, list] = await Promise.all([readState(), styles.read()]);
      const there = await remote.get(null).catch(() => undefined);
      return {
        on,
        isThere: there !== undefined && Object.keys(there).length > 0,
        left: on ? leftBehind(left, list.styles) : [],
        failed: (on && failed) || there === undefined,
      };
    },
    async preview() {
      const [there, local, now, list] = await Promise.all([
        remote.get(null),
        readLocalFields({ settings, styles }),
        settings.read(),
        styles.read(),
      ]);
      const backup = asBackup(local, list.styles, there, names);
      return differencesOf(backup, { settings: now.settings, styles: list.styles });
    },
    turnOn: (choice) =>
      oneAtATime(async () => {
        const [state, there, local] = await Promise.all([
          readState(),
          remote.get(null),
          readLocalFields({ settings, styles }),
        ]);
        if (state.on) return;
        const known = firstKnown(choice, local, there, names);
        await reconcileNow({ ...state, on: true, known, left: [], failed: false });
      }),
    turnOff: () =>
      oneAtATime(async () => {
        const { device } = await readState();
        alarm(undefined);
        await writeState({ on: false, device, known: {}, left: [], failed: false });
      }),
    clear: () =>
      oneAtATime(async () => {
        if ((await readState()).on) return false;
        await remote.remove(Object.keys(await remote.get(null)));
        return true;
      }),
    async edited() {
      // If that cannot be read now, `reconcile` finds out.
      const { on } = await readState().catch(() => ({ on: true }));
      if (on) alarm(DEBOUNCE_MS);
    },
    reconcile: () =>
      oneAtATime(async () => {
        try {
          const state = await readState();
          if (state.on) await reconcileNow(state);
        } catch {
          alarm(RETRY_MS);
          const state = await readState();
          if (state.on && (await writeState({ ...state, failed: true }))) changed();
        }
      }),
  };
}
