import type { IDBPTransaction } from 'idb';
import type { GallerySchema } from './database.ts';

type Changing = IDBPTransaction<GallerySchema, ('pictures' | 'bytes' | 'thumbnails')[], 'readwrite'>;

/** Removes pictures for good, in a transaction over all three stores: their records, bytes and thumbnails. */
export async function removePictures(transaction: Changing, ids: Iterable<string>): Promise<void> {
  for (const id of ids)
    for (const store of ['pictures', 'bytes', 'thumbnails'] as const)
      await transaction.objectStore(store).delete(id);
}
