import type { StorageArea } from '../storage/area.ts';
import { defined } from '../storage/defined.ts';
import { createOneAtATime } from '../storage/one-at-a-time.ts';
import { checkPatch, type SettingsPatch } from './check-patch.ts';
import type { DeployerDefaults } from './deployer-defaults.ts';
import { effectiveSettings, shippedSources } from './effective-settings.ts';
import type { SettingsProblem } from './problem.ts';
import type { LockName, Settings, SourceSetting } from './settings.ts';
import { createSourceEdits, recent, type SourceEdits } from './source-edits.ts';
import { parseStoredSettings, type StoredSettings, unreadableSourceIds } from './stored-settings.ts';

const SETTINGS_KEY = 'settings';
/**
 * Where settings are set aside, as they were, before a write that leaves out what could not be read of them: nothing the
 * user saved is lost for good. Holds the last ones only.
 */
const RESCUED_KEY = 'settings:rescued';

export interface SettingsState {
  settings: Settings;
  locked: LockName[];
  /** Something stored could not be read. It still lies there, and is set aside at the next change. */
  repaired: boolean;
}

export interface SettingsStore extends SourceEdits {
  read(): Promise<SettingsState>;
  /** Takes a change whole or not at all. */
  update(patch: SettingsPatch): Promise<SettingsProblem | undefined>;
  /** Ids of the sources in the list, of removed ones that can still be brought back, and of unreadable ones that were set aside. */
  rememberedSourceIds(): Promise<Set<string>>;
}

interface StorePorts {
  area: Pick<StorageArea, 'get' | 'set'>;
  deployer(): Promise<DeployerDefaults>;
  isModelId(text: string): boolean;
  clock: { now(): number };
  randomId(): string;
}

/** The user's settings over the deployer's over ours. Writes follow one another, so that two never mix. */
export function createSettingsStore({
  area,
  deployer,
  isModelId,
  clock,
  randomId,
}: StorePorts): SettingsStore {
  const oneAtATime = createOneAtATime();

  async function readStored() {
    const items = await area.get(SETTINGS_KEY);
    return parseStoredSettings(items[SETTINGS_KEY], isModelId);
  }

  async function writeStored(next: StoredSettings, repaired: boolean): Promise<void> {
    if (repaired) await area.set({ [RESCUED_KEY]: (await area.get(SETTINGS_KEY))[SETTINGS_KEY] });
    await area.set({ [SETTINGS_KEY]: next });
  }

  /** Read, change, write as one step. A change that names a problem writes nothing. */
  function change<Problem>(
    edit: (stored: StoredSettings, defaults: DeployerDefaults) => StoredSettings | { problem: Problem },
  ): Promise<Problem | undefined> {
    return oneAtATime(async () => {
      const [{ stored, repaired }, defaults] = await Promise.all([readStored(), deployer()]);
      const next = edit(stored, defaults);
      if ('problem' in next) return next.problem;
      await writeStored(next, repaired);
      return undefined;
    });
  }

  const changeSources = (
    edit: (sources: SourceSetting[], stored: StoredSettings) => StoredSettings | { problem: SettingsProblem },
  ) =>
    change<SettingsProblem>((stored, defaults) => {
      if (defaults.locked.includes('sources'))
        return { problem: { code: 'SETTING_LOCKED', subject: 'sources' } };
      const next = edit(effectiveSettings(stored, defaults).sources, stored);
      if ('problem' in next) return next;
      return { ...next, shippedSources: shippedSources(defaults).map(({ id }) => id) };
    });

  return {
    async read() {
      const [{ stored, repaired }, defaults] = await Promise.all([readStored(), deployer()]);
      return { settings: effectiveSettings(stored, defaults), locked: defaults.locked, repaired };
    },
    update: (patch) =>
      change((stored, { locked }) => {
        const problem = checkPatch(patch, { locked, isModelId });
        return problem ? { problem } : merge(stored, patch);
      }),
    async rememberedSourceIds() {
      const [{ stored }, defaults, aside] = await Promise.all([
        readStored(),
        deployer(),
        area.get(RESCUED_KEY),
      ]);
      const removed = recent(stored, clock.now()).map(({ source }) => source);
      // The user's own list, too: a deployer's may lie over it only for a while.
      const listed = [...effectiveSettings(stored, defaults).sources, ...(stored.sources ?? [])];
      return new Set([
        ...[...listed, ...removed].map(({ id }) => id),
        ...unreadableSourceIds(aside[RESCUED_KEY]),
      ]);
    },
    ...createSourceEdits(changeSources, clock, randomId),
  };
}

function merge(stored: StoredSettings, patch: SettingsPatch): StoredSettings {
  return {
    ...stored,
    ...(patch.first && { first: patch.first }),
    ...(patch.huggingface && { huggingface: { ...stored.huggingface, ...defined(patch.huggingface) } }),
    ...(patch.puter && { puter: { ...stored.puter, ...defined(patch.puter) } }),
    ...(patch.hub && { hub: { ...stored.hub, ...defined(patch.hub) } }),
  };
}
