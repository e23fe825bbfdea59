import type { Raw } from './merge-all.ts';
import { shippedValue, styleIdOf } from './sync-keys.ts';

/** How many deleted styles are remembered in the browser's sync. */
export const TOMBSTONES = 60;

/** The keys of deleted styles beyond `TOMBSTONES`, the earliest deleted first: they are no longer remembered. */
export function oldTombstones(items: Raw): string[] {
  const deleted = Object.entries(items).filter(
    ([key, raw]) => styleIdOf(key) !== undefined && shippedValue(key) === undefined && isDeleted(raw),
  );
  return deleted
    .toSorted(([one, a], [other, b]) => goneOf(a) - goneOf(b) || (one < other ? -1 : 1))
    .slice(0, Math.max(0, deleted.length - TOMBSTONES))
    .map(([key]) => key);
}

/** The number for the next deletion: higher than all known ones. */
export function nextGone(items: Raw): number {
  const highest = Object.values(items).reduce<number>((most, raw) => Math.max(most, goneOf(raw)), 0);
  // Counted beyond that, it would be read as none, and forgotten first.
  return Math.min(highest + 1, Number.MAX_SAFE_INTEGER);
}

function isDeleted(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && 'deleted' in raw && raw.deleted === true;
}

function goneOf(raw: unknown): number {
  const gone = typeof raw === 'object' && raw !== null && 'gone' in raw ? raw.gone : 0;
  return Number.isSafeInteger(gone) ? (gone as number) : 0;
}
