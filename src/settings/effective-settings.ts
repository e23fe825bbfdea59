import type { DeployerDefaults } from './deployer-defaults.ts';
import { DEFAULT_SETTINGS, type LockName, type Settings, type SourceSetting } from './settings.ts';
import type { StoredSettings } from './stored-settings.ts';

/** Three layers: our defaults, the deployer's, the user's own on top; what the deployer locked stays the deployer's. */
export function effectiveSettings(stored: StoredSettings, deployer: DeployerDefaults): Settings {
  const hubDefaults = { ...DEFAULT_SETTINGS.hub, ...deployer.hub };
  const unlocked = (key: string) => !deployer.locked.includes(`hub.${key}` as LockName);
  const ownHub = Object.entries(stored.hub ?? {}).filter(
    ([key, value]) => value !== undefined && unlocked(key),
  );
  return {
    first: stored.first ?? DEFAULT_SETTINGS.first,
    huggingface: { ...DEFAULT_SETTINGS.huggingface, ...defined(stored.huggingface) },
    puter: { ...DEFAULT_SETTINGS.puter, ...defined(stored.puter) },
    hub: { ...hubDefaults, ...Object.fromEntries(ownHub) },
    sources: effectiveSources(stored, deployer),
  };
}

/** The sources a deployer shipped, or Hugging Face alone. */
export function shippedSources(deployer: DeployerDefaults): SourceSetting[] {
  return deployer.sources ?? DEFAULT_SETTINGS.sources;
}

function effectiveSources(stored: StoredSettings, deployer: DeployerDefaults): SourceSetting[] {
  const shipped = shippedSources(deployer);
  if (!stored.sources || deployer.locked.includes('sources')) return shipped;
  const seen = new Set([...(stored.shippedSources ?? []), ...stored.sources.map(({ id }) => id)]);
  return [...stored.sources, ...shipped.filter(({ id }) => !seen.has(id))];
}

function defined<Values extends object>(values: Values | undefined) {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Values]?: NonNullable<Values[Key]> };
}
