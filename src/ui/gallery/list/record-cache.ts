import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { GalleryReader, Picture } from '../../../gallery/index.ts';
import { createKeptValues } from './kept-values.ts';

/** The records of the pictures that are shown, and of some that were shown before. */
export interface RecordCache {
  /** The record of a picture; undefined until it is read. Call `take` to keep it. */
  record(id: string): ReadonlySignal<Picture | undefined>;
  take(id: string): void;
  letGo(id: string): void;
  /** Takes over records that were read elsewhere. */
  give(pictures: readonly Picture[]): void;
  /** Reads the records of the shown pictures again; call it when the gallery has changed. */
  renew(): void;
}

/** `spare`: how many records are kept after they are no longer shown, for scrolling back. */
export function createRecordCache(reader: Pick<GalleryReader, 'records'>, spare = 40): RecordCache {
  const kept = createKeptValues<Signal<Picture | undefined>>(spare);
  let wanted = new Set<string>();

  /** Asks for a record. All records that are asked for in one turn of the event loop are read together. */
  function want(id: string): void {
    if (wanted.size === 0) queueMicrotask(() => void readWanted());
    wanted.add(id);
  }

  async function readWanted(): Promise<void> {
    const ids = [...wanted];
    wanted = new Set();
    // A record that cannot be read stays as it was; the page says elsewhere what is wrong with the gallery.
    const pictures = await reader.records(ids).catch(() => []);
    for (const picture of pictures) {
      const record = kept.find(picture.id);
      if (record) record.value = picture;
    }
  }

  const toRead = (id: string) => () => {
    want(id);
    return signal<Picture | undefined>(undefined);
  };

  return {
    record: (id) => kept.of(id, toRead(id)),
    take: (id) => void kept.take(id, toRead(id)),
    letGo: kept.letGo,
    give(pictures) {
      for (const picture of pictures)
        kept.of(picture.id, () => signal<Picture | undefined>(undefined)).value = picture;
    },
    renew() {
      for (const id of kept.onlyUsed()) want(id);
    },
  };
}
