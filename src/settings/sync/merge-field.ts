import { compareEdits, compareRecords, editAfter, type SyncRecord } from './sync-record.ts';

interface Field {
  /** The value that is set on this device. */
  here: unknown;
  /** The record that this device last agreed to; edits 0 before the first. */
  known: SyncRecord;
  /** The record in the browser's sync. */
  there: SyncRecord | undefined;
  /** Whether this version can use the value of that record. */
  usable: boolean;
  device: string;
  same(one: unknown, other: unknown): boolean;
  /** The value to write when this device edited the field; left out: `here`. */
  written?: unknown;
}

interface Merged {
  /** The record that this device agrees to now. */
  record: SyncRecord;
  /** The record's value is to be set on this device. */
  take: boolean;
  /** The record is to be written to the browser's sync. */
  put: boolean;
}

/**
 * Decides between this device and the browser's sync: the higher number of edits wins. A value that differs from what this
 * device last agreed to was edited here. Nothing is written where both agree, so that devices do not answer each other.
 */
export function mergeField({ here, known, there, usable, device, same, written = here }: Field): Merged {
  const agree = there && usable && same(here, there.value) && compareRecords(known, there) <= 0;
  if (agree) return { record: there, take: false, put: false };
  const ours = same(here, known.value) ? known : editAfter(known, written, device);
  if (!there) return { record: ours, take: false, put: ours.edits > 0 };
  const order = usable ? compareRecords(ours, there) : compareEdits(ours, there);
  if (order > 0) return { record: ours, take: false, put: true };
  if (order === 0) return { record: ours, take: false, put: false };
  // A record that cannot be used stays there untouched; an edit made here from now on comes after it.
  if (!usable) return { record: { ...there, value: known.value }, take: false, put: false };
  return { record: there, take: true, put: false };
}
