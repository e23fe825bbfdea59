import type { Backup } from '../backup/backup.ts';
import { defaultSettings } from '../effective-settings.ts';
import type { Style } from '../presets/style.ts';
import type { KnownNames } from '../row.ts';
import { placeValues, valueAt } from '../rows.ts';
import type { SourceSetting } from '../source-setting.ts';
import { type LocalFields, withStyles } from './local-fields.ts';
import { mergeAll, type Raw } from './merge-all.ts';
import { readValue } from './read-value.ts';
import { isKnownKey, isOfStyles, SOURCES, STYLE_ORDER, settingKey, shippedValue } from './sync-keys.ts';
import { parseSyncRecord, type SyncRecord } from './sync-record.ts';

/**
 * Which values hold where this device and the browser's sync differ when syncing is switched on: those of
 * this device (`here`) or those of the sync (`there`).
 */
export type SyncChoice = 'here' | 'there';

/**
 * The records that a device agrees to before it syncs for the first time. With `there` everything here counts
 * as never edited, so that nothing in the browser's sync is overwritten; with `here` every value here counts
 * as edited after the one there. A style that exists on one side alone is kept in both cases.
 */
export function firstKnown(
  choice: SyncChoice,
  local: LocalFields,
  there: Raw,
  names: KnownNames,
): Record<string, SyncRecord> {
  return Object.fromEntries(
    Object.entries(there).flatMap(([key, raw]) => {
      const record = isKnownKey(key) ? parseSyncRecord(raw) : undefined;
      if (!record) return [];
      const here = local.values.get(key);
      const unedited = { value: here, edits: 0, device: '' };
      const value = record.value === undefined ? undefined : readValue(key, record.value, names);
      const isUsable = record.value === undefined || value !== undefined;
      const isOnlyThere = isOfStyles(key) && here === undefined && shippedValue(key) === undefined;
      const holdsThere = choice === 'there' || isOnlyThere || !isUsable;
      return [[key, holdsThere ? unedited : { ...record, value }] as const];
    }),
  );
}

/** The changes that *use what is there* would make here, as a backup, so that they can be shown like one. */
export function asBackup(
  local: LocalFields,
  styles: readonly Style[],
  there: Raw,
  names: KnownNames,
): Backup {
  const known = firstKnown('there', local, there, names);
  const { taken } = mergeAll(local, there, { device: '-', known, left: [] }, names);
  const defaults = defaultSettings(names);
  const values = placeValues(({ name, path }) => {
    const key = settingKey(name);
    return taken.has(key) ? (taken.get(key) ?? valueAt(defaults, path)) : undefined;
  });
  const changesStyles = [...taken.keys()].some((key) => isOfStyles(key) && key !== STYLE_ORDER);
  const sources = taken.has(SOURCES) ? (taken.get(SOURCES) as SourceSetting[] | undefined) : undefined;
  const isReordered = taken.has(STYLE_ORDER);
  return {
    values,
    ...(sources && { sources }),
    ...((changesStyles || isReordered) && { styles: withStyles(styles, taken) }),
  };
}
