import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Picture } from './picture.ts';

export interface GallerySchema extends DBSchema {
  pictures: { key: string; value: Picture; indexes: { place: [number, string] } };
  bytes: { key: string; value: Blob };
  thumbnails: { key: string; value: Blob };
}

export type GalleryDatabase = IDBPDatabase<GallerySchema>;

export const GALLERY_DATABASE = 'understudy-gallery';
export const GALLERY_VERSION = 2;

type Upgrade = IDBPTransaction<GallerySchema, ('pictures' | 'bytes' | 'thumbnails')[], 'versionchange'>;

/**
 * Opens the gallery's database. It has three stores (records, bytes, thumbnails), so that thousands of records can be read without
 * their pictures. `closed` is called when the browser or a newer version closes the connection. Rejects with a `VersionError` when
 * a newer version of the extension wrote the database, which is then left as it is.
 */
export function openGalleryDatabase(name = GALLERY_DATABASE, closed?: () => void): Promise<GalleryDatabase> {
  return openDB<GallerySchema>(name, GALLERY_VERSION, {
    async upgrade(database, from, _to, transaction) {
      if (from < 1) createFirst(database);
      await addPlaces(transaction as Upgrade);
      database.createObjectStore('thumbnails');
    },
    // A newer version of the extension in another page wants to upgrade the database: this connection must be closed for that.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
      closed?.();
    },
    terminated: () => closed?.(),
  });
}

/** Version 1 of the database: records and bytes. */
function createFirst(database: GalleryDatabase): void {
  database.createObjectStore('pictures', { keyPath: 'id' });
  database.createObjectStore('bytes');
}

/** Version 2 of the database: each record has a place (see `Picture`). Records of version 1 get it from their time. */
async function addPlaces(transaction: Upgrade): Promise<void> {
  const store = transaction.objectStore('pictures');
  if ([...(store.indexNames as Iterable<string>)].includes('createdAt')) store.deleteIndex('createdAt');
  // The id is part of the index, since imported pictures may have the same place.
  store.createIndex('place', ['place', 'id']);
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    const { createdAt } = cursor.value as { createdAt?: unknown };
    // A record without a time cannot be read anyway; it is left as it is.
    if (typeof createdAt === 'number') await cursor.update({ ...cursor.value, place: -createdAt });
  }
}
