import { defined } from '../storage/defined.ts';
import type { DeployerDefaults } from './deployer-defaults.ts';
import {
  DEFAULT_SETTINGS,
  type LockName,
  ROUTE_NAMES,
  type Settings,
  type SourceSetting,
} from './settings.ts';
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
    huggingface: {
      ...DEFAULT_SETTINGS.huggingface,
      ...defined(stored.huggingface),
      routeOrder: everyRoute(stored.huggingface?.routeOrder),
    },
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

/** The user's order; routes that came later stand behind, and those that went away are left out. */
function everyRoute(own: readonly string[] = []): string[] {
  return [...new Set([...own.filter((route) => ROUTE_NAMES.includes(route)), ...ROUTE_NAMES])];
}
