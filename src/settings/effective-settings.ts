import type { PlainSettings, Settings } from './definition.ts';
import type { DeployerDefaults } from './deployer-defaults.ts';
import type { KnownNames } from './row.ts';
import { layerValues, placeValues, valueAt } from './rows.ts';
import { HUGGING_FACE_SOURCE, type SourceSetting, tidySource } from './source-setting.ts';
import type { StoredSettings } from './stored-settings.ts';

/** The default of every setting. */
export function defaultSettings(known: KnownNames): Settings {
  const values = placeValues(({ row }) => (row.order ? [...known[row.order]] : row.initial));
  return { ...(values as PlainSettings), sources: [HUGGING_FACE_SOURCE] };
}

/** Three layers: our defaults, the deployer's, the user's own on top; what the deployer locked stays the deployer's. */
export function effectiveSettings(
  stored: StoredSettings,
  deployer: DeployerDefaults,
  known: KnownNames,
): Settings {
  const own = placeValues(({ path, name, row }) => {
    const value = deployer.locked.includes(name) ? undefined : valueAt(stored, path);
    return row.order && Array.isArray(value) ? completeOrder(value, known[row.order]) : value;
  });
  const values = layerValues(defaultSettings(known), deployer.values, own);
  return { ...(values as PlainSettings), sources: effectiveSources(stored, deployer) };
}

/** The sources a deployer shipped, or Hugging Face alone. */
export function shippedSources(deployer: DeployerDefaults): SourceSetting[] {
  return deployer.sources?.map(tidySource) ?? [HUGGING_FACE_SOURCE];
}

function effectiveSources(stored: StoredSettings, deployer: DeployerDefaults): SourceSetting[] {
  const shipped = shippedSources(deployer);
  if (!stored.sources || deployer.locked.includes('sources')) return shipped;
  const seen = new Set([...(stored.shippedSources ?? []), ...stored.sources.map(({ id }) => id)]);
  return [...stored.sources.map(tidySource), ...shipped.filter(({ id }) => !seen.has(id))];
}

/** The user's order without names that no longer exist, and with new names at the end. */
function completeOrder(own: readonly string[], names: readonly string[]): string[] {
  return [...new Set([...own.filter((name) => names.includes(name)), ...names])];
}
