import type { StorageArea } from '../storage/area.ts';
import { defined } from '../storage/defined.ts';
import { createOneAtATime } from '../storage/one-at-a-time.ts';
import { BEFORE_KEY, keptCopy } from './backup/way-back.ts';
import { checkPatch } from './check-patch.ts';
import type { LockName, Settings, SettingsPatch } from './definition.ts';
import type { DeployerDefaults } from './deployer-defaults.ts';
import { effectiveSettings, shippedSources } from './effective-settings.ts';
import { SETTINGS_VERSION } from './migrations.ts';
import type { SettingsProblem } from './problem.ts';
import type { KnownNames } from './row.ts';
import { layerValues } from './rows.ts';
import { createSourceEdits, recent, type SourceEdits } from './source-edits.ts';
import type { SourceSetting } from './source-setting.ts';
import { parseStoredSettings, type StoredSettings, unreadableSourceIds } from './stored-settings.ts';

const SETTINGS_KEY = 'settings';
/**
 * Before a write that drops what could not be read, the settings are copied here as they were, so that nothing the user
 * saved is lost. Holds the latest copy only.
 */
const RESCUED_KEY = 'settings:rescued';

export interface SettingsState {
  settings: Settings;
  locked: LockName[];
  /** Some stored value could not be read. It is kept, and copied aside at the next change. */
  unreadable: boolean;
}

export interface SettingsStore extends SourceEdits {
  read(): Promise<SettingsState>;
  /** Applies a change as a whole or not at all. */
  update(patch: SettingsPatch): Promise<SettingsProblem | undefined>;
  /** The user's own values, without defaults. `sources` only if they changed the list. */
  own(): Promise<{ values: SettingsPatch; sources?: SourceSetting[] }>;
  /** As `own`, with what is locked; `isWhole`: nothing of what was stored is missing or unreadable. */
  ownState(): Promise<OwnSettings & { locked: LockName[]; isWhole: boolean }>;
  /** Replaces the values that the user set by others. The caller takes care of locks. */
  adopt(edit: (own: OwnSettings) => OwnSettings): Promise<void>;
  /** Imports settings in one step: some values, and a list of sources that replaces the user's. */
  take(values: SettingsPatch, sources?: readonly SourceSetting[]): Promise<SettingsProblem | undefined>;
  /** Back to the defaults. The values that were set are copied aside, where the latest copy is kept. */
  reset(): Promise<SettingsProblem | undefined>;
  /** What is stored, as it is. */
  copy(): Promise<unknown>;
  /** Puts such a copy in the place of what is stored. */
  putBack(copy: unknown): Promise<void>;
  /** Ids of the sources in the list, of removed ones that can still be brought back, and of unreadable ones that were set aside. */
  rememberedSourceIds(): Promise<Set<string>>;
}

/** What the user set, without defaults. */
export interface OwnSettings {
  values: SettingsPatch;
  sources?: SourceSetting[] | undefined;
}

interface StorePorts {
  area: Pick<StorageArea, 'get' | 'set'>;
  deployer(): Promise<DeployerDefaults>;
  /** The names that other rooms know and settings choose from. */
  known: KnownNames;
  clock: { now(): number };
  randomId(): string;
}

/**
 * The user's settings on top of the deployer's, on top of our defaults. Writes follow one another, so that
 * two never mix.
 */
export function createSettingsStore({ area, deployer, known, clock, randomId }: StorePorts): SettingsStore {
  const oneAtATime = createOneAtATime();

  async function readStored() {
    const items = await area.get(SETTINGS_KEY);
    return parseStoredSettings(items[SETTINGS_KEY], known);
  }

  async function writeStored(next: StoredSettings, unreadable: boolean): Promise<void> {
    if (unreadable) await area.set({ [RESCUED_KEY]: (await area.get(SETTINGS_KEY))[SETTINGS_KEY] });
    await area.set({ [SETTINGS_KEY]: next });
  }

  /** Reads, changes and writes as one step. When the change returns a problem, nothing is written. */
  function change<Problem>(
    edit: (stored: StoredSettings, defaults: DeployerDefaults) => StoredSettings | { problem: Problem },
  ): Promise<Problem | undefined> {
    return oneAtATime(async () => {
      const [{ stored, unreadable }, defaults] = await Promise.all([readStored(), deployer()]);
      const next = edit(stored, defaults);
      if ('problem' in next) return next.problem;
      await writeStored(next, unreadable);
      return undefined;
    });
  }

  const changeSources = (
    edit: (sources: SourceSetting[], stored: StoredSettings) => StoredSettings | { problem: SettingsProblem },
  ) =>
    change<SettingsProblem>((stored, defaults) => {
      if (defaults.locked.includes('sources'))
        return { problem: { code: 'SETTING_LOCKED', subject: 'sources' } };
      const next = edit(effectiveSettings(stored, defaults, known).sources, stored);
      if ('problem' in next) return next;
      return { ...next, shippedSources: shippedSources(defaults).map(({ id }) => id) };
    });

  return {
    async read() {
      const [{ stored, unreadable }, defaults] = await Promise.all([readStored(), deployer()]);
      return { settings: effectiveSettings(stored, defaults, known), locked: defaults.locked, unreadable };
    },
    update: (patch) =>
      change((stored, { locked }) => {
        const problem = checkPatch(patch, { locked, known });
        return problem ? { problem } : { ...stored, ...layerValues(stored, patch) };
      }),
    async own() {
      const { version, sources, shippedSources, removedSources, ...values } = (await readStored()).stored;
      return { values, ...(sources && { sources }) };
    },
    async ownState() {
      const [{ stored, unreadable }, { locked }, items] = await Promise.all([
        readStored(),
        deployer(),
        area.get(SETTINGS_KEY),
      ]);
      const { version, sources, shippedSources, removedSources, ...values } = stored;
      return { values, sources, locked, isWhole: !unreadable && items[SETTINGS_KEY] != null };
    },
    async adopt(edit) {
      await change((stored, defaults) => {
        const { version, sources, shippedSources: seen, removedSources, ...values } = stored;
        const next = edit({ values, sources });
        const lists = { sources: next.sources, shippedSources: seen, removedSources };
        if (next.sources !== sources) lists.shippedSources = shippedSources(defaults).map(({ id }) => id);
        return { version, ...next.values, ...defined(next.sources ? lists : { removedSources }) };
      });
    },
    take: (values, sources) =>
      change((stored, defaults) => {
        const problem = checkPatch(values, { locked: defaults.locked, known });
        if (problem) return { problem };
        if (sources && defaults.locked.includes('sources'))
          return { problem: { code: 'SETTING_LOCKED', subject: 'sources' } };
        return {
          ...stored,
          ...layerValues(stored, values),
          ...(sources && {
            sources: [...sources],
            shippedSources: shippedSources(defaults).map(({ id }) => id),
          }),
        };
      }),
    reset: () =>
      oneAtATime(async () => {
        await writeStored({ version: SETTINGS_VERSION }, true);
        return undefined;
      }),
    copy: async () => (await area.get(SETTINGS_KEY))[SETTINGS_KEY],
    // Empty settings instead of none: those count as lost by the browser, and sync would not send that they were put back.
    putBack: (copy) => oneAtATime(() => area.set({ [SETTINGS_KEY]: copy ?? { version: SETTINGS_VERSION } })),
    async rememberedSourceIds() {
      const [{ stored }, defaults, aside] = await Promise.all([
        readStored(),
        deployer(),
        area.get([RESCUED_KEY, BEFORE_KEY]),
      ]);
      const before = keptCopy(aside[BEFORE_KEY], clock.now())?.settings;
      const removed = recent(stored, clock.now()).map(({ source }) => source);
      // The user's own list counts even while a deployer's list replaces it.
      const listed = [...effectiveSettings(stored, defaults, known).sources, ...(stored.sources ?? [])];
      return new Set([
        ...[...listed, ...removed].map(({ id }) => id),
        ...unreadableSourceIds(aside[RESCUED_KEY]),
        ...(parseStoredSettings(before, known).stored.sources ?? []).map(({ id }) => id),
        ...unreadableSourceIds(before),
      ]);
    },
    ...createSourceEdits(changeSources, clock, randomId),
  };
}
