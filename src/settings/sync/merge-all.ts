import { STYLE_LIMITS } from '../presets/style.ts';
import type { KnownNames } from '../row.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LocalFields } from './local-fields.ts';
import { mergeField } from './merge-field.ts';
import { readValue } from './read-value.ts';
import { fullOrder, standsInOrder } from './style-order.ts';
import {
  isKnownKey,
  isOfStyles,
  SHIPPED_KEYS,
  STYLE_ORDER,
  shippedValue,
  styleIdOf,
  styleKey,
} from './sync-keys.ts';
import { parseSyncRecord, type SyncRecord } from './sync-record.ts';
import type { SyncState } from './sync-state.ts';

export type Raw = Readonly<Record<string, unknown>>;

export interface MergedFields {
  known: Record<string, SyncRecord>;
  /** The values to set here. */
  taken: Map<string, unknown>;
  /** The records to write to the browser's sync. */
  puts: Map<string, SyncRecord>;
  /** What is in the browser's sync and cannot be read. It is never applied. */
  damaged: Record<string, unknown>;
}

const sameValue = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);
const sameOrder = (one: unknown, other: unknown) =>
  Array.isArray(other) && standsInOrder(one as string[], other as string[]);

/** Merges every field of this device with the browser's sync. */
export function mergeAll(
  local: LocalFields,
  there: Raw,
  { device, known, left }: Pick<SyncState, 'device' | 'known' | 'left'>,
  names: KnownNames,
): MergedFields {
  const merged: MergedFields = { known: {}, taken: new Map(), puts: new Map(), damaged: {} };
  const remote = readRecords(there, names);
  const keys = new Set([
    ...SHIPPED_KEYS,
    ...local.values.keys(),
    ...Object.keys(known),
    ...Object.keys(there),
  ]);
  // The order comes last: it depends on which styles there are then.
  keys.delete(STYLE_ORDER);
  let styleCount = [...local.values.keys()].filter((key) => styleIdOf(key) !== undefined).length;

  for (const key of [...keys, STYLE_ORDER]) {
    if (!isKnownKey(key)) continue;
    const before = known[key];
    if (local.isLocked(key)) {
      if (before) merged.known[key] = before;
      continue;
    }
    const found = remote.get(key);
    if (found === undefined && Object.hasOwn(there, key)) merged.damaged[key] = there[key];
    const start = before ?? { value: shippedValue(key), edits: 0, device: '' };
    const own = hereNow(key, local, start, left);
    const isStyle = styleIdOf(key) !== undefined;
    const { record, take, put } = mergeField({
      here: own,
      known: start,
      there: found?.record,
      usable: found?.usable ?? false,
      device,
      same: key === STYLE_ORDER ? sameOrder : sameValue,
      ...(key === STYLE_ORDER && {
        written: fullOrder(
          own as string[],
          Array.isArray(start.value) ? (start.value as string[]) : [],
          (id) => merged.known[styleKey(id)]?.value === undefined && merged.known[styleKey(id)] !== undefined,
        ),
      }),
    });
    const isNewStyle = isStyle && take && own === undefined && record.value !== undefined;
    // A full list takes no more; the style stays in the browser's sync.
    if (isNewStyle && styleCount >= STYLE_LIMITS.styles) continue;
    if (isNewStyle) styleCount += 1;
    if (take) merged.taken.set(key, record.value);
    const isForgotten = record.value === undefined && !found && shippedValue(key) === undefined;
    if (isForgotten) continue;
    if (put) merged.puts.set(key, record);
    if (record.edits > 0) merged.known[key] = record;
  }
  return merged;
}

/**
 * The value that is set here. A value that the browser's storage lost was not removed by the user, and counts
 * as unchanged.
 */
function hereNow(key: string, local: LocalFields, start: SyncRecord, left: readonly string[]): unknown {
  const value = local.values.get(key);
  if (!local.isWhole(key)) return value === undefined || isOfStyles(key) ? start.value : value;
  return key === STYLE_ORDER ? (value as string[]).filter((id) => !left.includes(styleKey(id))) : value;
}

interface Found {
  record: SyncRecord;
  usable: boolean;
}

function readRecords(there: Raw, names: KnownNames): Map<string, Found> {
  return new Map(
    Object.entries(there).flatMap(([key, raw]) => {
      const record = isKnownKey(key) ? parseSyncRecord(raw) : undefined;
      if (!record) return [];
      if (record.value === undefined) return [[key, { record, usable: true }] as const];
      const value = readValue(key, record.value, names);
      const read = value === undefined ? record : { ...record, value };
      return [[key, { record: read, usable: value !== undefined }] as const];
    }),
  );
}
