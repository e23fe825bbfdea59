import type { StorageArea } from '../../storage/area.ts';
import type { Raw } from './merge-all.ts';
import { fitInto } from './room.ts';
import { isOfStyles, SOURCES, STYLE_ORDER, styleIdOf } from './sync-keys.ts';
import { parseSyncRecord, type SyncRecord, toStored } from './sync-record.ts';
import { nextGone, oldTombstones } from './tombstones.ts';

/** The part of `browser.storage.sync` that is used. */
export type SyncArea = Pick<StorageArea, 'get' | 'set' | 'remove'>;

interface Pushed {
  /**
   * `done`: everything that fits is there; `later`: too soon after the last write; `refused`: the browser
   * would not take it.
   */
  outcome: 'done' | 'later' | 'refused';
  wrote: boolean;
  /** Keys of the records that there is no room for. */
  left: string[];
}

/** Writes records to the browser's sync, in one call, as far as there is room: settings first, then hubs, then styles. */
export async function pushItems(
  remote: SyncArea,
  there: Raw,
  puts: ReadonlyMap<string, SyncRecord>,
  { mayWrite }: { mayWrite: boolean },
): Promise<Pushed> {
  const gone = nextGone(there);
  const wanted = [...puts]
    .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
    .map(([key, record]) => {
      const before = parseSyncRecord(there[key]) ? there[key] : undefined;
      const item = toStored(record, before);
      const isDeletedStyle = styleIdOf(key) !== undefined && record.value === undefined;
      return [key, isDeletedStyle ? { ...item, gone } : item] as const;
    });
  const { fitting, left } = fitInto(there, wanted);
  const removes = oldTombstones({ ...there, ...fitting });
  for (const key of removes) delete fitting[key];
  const hasItems = Object.keys(fitting).length > 0;
  const lying = removes.filter((key) => Object.hasOwn(there, key));
  if (!hasItems && lying.length === 0) return { outcome: 'done', wrote: false, left };
  if (!mayWrite) return { outcome: 'later', wrote: false, left };
  try {
    // Removals first, since they make room.
    if (lying.length > 0) await remote.remove(lying);
    if (hasItems) await remote.set(fitting);
    return { outcome: 'done', wrote: true, left };
  } catch {
    return { outcome: 'refused', wrote: true, left };
  }
}

function rankOf(key: string): number {
  if (!isOfStyles(key)) return key === SOURCES ? 1 : 0;
  return key === STYLE_ORDER ? 2 : 3;
}
