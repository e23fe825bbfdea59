import { SETTINGS_VERSION } from '../migrations.ts';
import { parseStyle } from '../presets/style.ts';
import type { KnownNames } from '../row.ts';
import { placeValues, valueAt } from '../rows.ts';
import { parseStoredSettings } from '../stored-settings.ts';
import { rowOf, SOURCES, STYLE_ORDER, styleIdOf } from './sync-keys.ts';

/** The value of a record as this version can use it, or undefined: it is damaged, or a newer version's. */
export function readValue(key: string, value: unknown, known: KnownNames): unknown {
  const styleId = styleIdOf(key);
  if (styleId !== undefined) {
    const style = parseStyle(value);
    return style?.id === styleId ? style : undefined;
  }
  if (key === STYLE_ORDER) return isIdList(value) ? value : undefined;
  if (key === SOURCES) {
    const { stored, unreadable } = parseStoredSettings({ version: SETTINGS_VERSION, sources: value }, known);
    return unreadable ? undefined : stored.sources;
  }
  const placed = rowOf(key);
  if (!placed) return undefined;
  const patch = placeValues(({ name }) => (name === placed.name ? value : undefined));
  const { stored, unreadable } = parseStoredSettings({ version: SETTINGS_VERSION, ...patch }, known);
  return unreadable ? undefined : valueAt(stored, placed.path);
}

function isIdList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}
