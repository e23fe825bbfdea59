import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Picture } from './picture.ts';

interface GallerySchema extends DBSchema {
  pictures: { key: string; value: Picture; indexes: { createdAt: number } };
  bytes: { key: string; value: Blob };
}

export type GalleryDatabase = IDBPDatabase<GallerySchema>;

/** Two stores, so that thousands of records can be read without their pictures. */
export function openGalleryDatabase(name = 'understudy-gallery'): Promise<GalleryDatabase> {
  return openDB<GallerySchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('pictures', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      database.createObjectStore('bytes');
    },
    // A newer version of the extension in another page wants to upgrade: let it.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase | null)?.close();
    },
  });
}
