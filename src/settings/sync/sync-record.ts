import * as z from 'zod/mini';
import { canonicalJson } from './canonical-json.ts';

/** One synced field with what decides between two versions of it. `value` undefined: deleted, or back to its default. */
export interface SyncRecord {
  value: unknown;
  /** How often the field was edited, on any device. No clock time, since the clocks of two devices differ. */
  edits: number;
  /** The random id of the device that edited the field last. */
  device: string;
}

/** The highest counter that is read. Nobody edits that often: whatever wrote it was damaged. */
export const MOST_EDITS = Number.MAX_SAFE_INTEGER - 1;
const LONGEST_DEVICE = 100;

const shape = z.object({
  value: z.optional(z.unknown()),
  deleted: z.optional(z.literal(true)),
  edits: z.int().check(z.minimum(1), z.maximum(MOST_EDITS)),
  device: z.string().check(z.minLength(1), z.maxLength(LONGEST_DEVICE)),
});

/** Parses a value of the browser's sync; undefined when it is no record of ours. */
export function parseSyncRecord(raw: unknown): SyncRecord | undefined {
  const { data } = shape.safeParse(raw);
  if (!data || (data.value === undefined) !== (data.deleted === true)) return undefined;
  return { value: data.value, edits: data.edits, device: data.device };
}

/**
 * The record of an edit made on this device, which comes after what it knew. A counter at its end cannot grow any more: then
 * the name of the device, which settles ties, is made to come after the one that is known.
 */
export function editAfter(known: SyncRecord, value: unknown, device: string): SyncRecord {
  if (known.edits < MOST_EDITS) return { value, edits: known.edits + 1, device };
  return { value, edits: MOST_EDITS, device: `${known.device.slice(0, LONGEST_DEVICE - 1)}~` };
}

/**
 * Negative when `one` was edited less often than `other`, positive when more often. Equal counts are decided
 * by the devices' ids, so that every device decides alike.
 */
export function compareEdits(one: SyncRecord, other: SyncRecord): number {
  return one.edits - other.edits || compareTexts(one.device, other.device);
}

/** As `compareEdits`; between two records with the same count and device (a copied profile) the values decide. */
export function compareRecords(one: SyncRecord, other: SyncRecord): number {
  return compareEdits(one, other) || compareTexts(canonicalJson(one.value), canonicalJson(other.value));
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/**
 * The item to write in the place of `raw`. Members that a newer version of Understudy added, to the record or
 * to a style in it, stay as they are.
 */
export function toStored(record: SyncRecord, raw: unknown): Record<string, unknown> {
  const { value: before, deleted: _deleted, gone: _gone, ...more } = isObject(raw) ? raw : {};
  const { value, edits, device } = record;
  if (value === undefined) return { ...more, deleted: true, edits, device };
  return { ...more, value: isObject(value) ? { ...unknownMembers(before), ...value } : value, edits, device };
}

const STYLE_MEMBERS = ['id', 'name', 'template', 'negativePrompt', 'width', 'height', 'model'];

function unknownMembers(style: unknown): Record<string, unknown> {
  if (!isObject(style)) return {};
  return Object.fromEntries(Object.entries(style).filter(([key]) => !STYLE_MEMBERS.includes(key)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
