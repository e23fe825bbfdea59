import { openGalleryDatabase } from './database.ts';

interface Cleared {
  /** How many pictures were deleted. */
  deleted: number;
  /** The ids of the pictures that stay. */
  kept: string[];
}

/** Deletes every picture for good, or every picture except favourites: all of them or none. Rejects when the database fails. */
export async function clearGallery(
  { keepFavourites = false }: { keepFavourites?: boolean } = {},
  databaseName?: string,
): Promise<Cleared> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    const kept: string[] = [];
    let deleted = 0;
    const pictures = transaction.objectStore('pictures');
    for (let cursor = await pictures.openCursor(); cursor; cursor = await cursor.continue()) {
      const { favourite, deletedAt } = cursor.value;
      if (keepFavourites && favourite === true && deletedAt === undefined) {
        kept.push(cursor.value.id);
        continue;
      }
      deleted += 1;
      await cursor.delete();
    }
    // Bytes and thumbnails without a record are deleted, too.
    for (const name of ['bytes', 'thumbnails'] as const) {
      const store = transaction.objectStore(name);
      for (const id of await store.getAllKeys()) if (!kept.includes(id)) await store.delete(id);
    }
    await transaction.done;
    return { deleted, kept };
  } finally {
    database.close();
  }
}
