import { openGalleryDatabase } from './database.ts';

/** Deletes every picture, for good: all of them or none. Resolves with how many there were. */
export async function clearGallery(databaseName?: string): Promise<number> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    const count = await transaction.objectStore('pictures').count();
    await Promise.all([
      transaction.objectStore('pictures').clear(),
      transaction.objectStore('bytes').clear(),
      transaction.objectStore('thumbnails').clear(),
      transaction.done,
    ]);
    return count;
  } finally {
    database.close();
  }
}
