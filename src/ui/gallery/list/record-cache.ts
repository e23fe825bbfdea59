import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { GalleryReader, Picture } from '../../../gallery/index.ts';

/** The records of the pictures that are shown, and of some that were shown before. */
export interface RecordCache {
  /** The record of a picture; undefined until it is read. Call `take` to keep it. */
  record(id: string): ReadonlySignal<Picture | undefined>;
  take(id: string): void;
  letGo(id: string): void;
  /** Records that were read for something else. */
  give(pictures: readonly Picture[]): void;
  /** Reads those again that are shown; call it when the gallery has changed. */
  renew(): void;
}

interface Entry {
  record: Signal<Picture | undefined>;
  users: number;
}

/** `spare`: how many are kept after they are no longer shown, for scrolling back. */
export function createRecordCache(reader: Pick<GalleryReader, 'records'>, spare = 40): RecordCache {
  /** Those without users in the order in which they were let go. */
  const entries = new Map<string, Entry>();
  let wanted = new Set<string>();

  /** All that are asked for in one turn are read together. */
  function want(id: string): void {
    if (wanted.size === 0) queueMicrotask(() => void readWanted());
    wanted.add(id);
  }

  async function readWanted(): Promise<void> {
    const ids = [...wanted];
    wanted = new Set();
    // What cannot be read stays as it was; the page says elsewhere what is wrong with the gallery.
    const pictures = await reader.records(ids).catch(() => []);
    for (const picture of pictures) {
      const entry = entries.get(picture.id);
      if (entry) entry.record.value = picture;
    }
  }

  function entryOf(id: string, known?: Picture): Entry {
    const entry = entries.get(id) ?? { record: signal(known), users: 0 };
    entries.set(id, entry);
    return entry;
  }

  function trim(): void {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [id] of unused.slice(0, Math.max(0, unused.length - spare))) entries.delete(id);
  }

  return {
    record(id) {
      const isNew = !entries.has(id);
      const { record } = entryOf(id);
      if (isNew) want(id);
      return record;
    },
    take(id) {
      const isNew = !entries.has(id);
      entryOf(id).users += 1;
      if (isNew) want(id);
    },
    letGo(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.users -= 1;
      entries.delete(id);
      entries.set(id, entry);
      trim();
    },
    give(pictures) {
      for (const picture of pictures) entryOf(picture.id, picture).record.value = picture;
    },
    renew() {
      for (const [id, { users }] of entries)
        if (users > 0) want(id);
        else entries.delete(id);
    },
  };
}
