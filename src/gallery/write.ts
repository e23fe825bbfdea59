import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';

/** Stores a picture and its bytes in one transaction. Rejects (QuotaExceededError) when the disk is full. */
export async function storePicture(picture: Picture, blob: Blob, databaseName?: string): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes'], 'readwrite');
    await Promise.all([
      transaction.objectStore('pictures').put(picture),
      transaction.objectStore('bytes').put(blob, picture.id),
      transaction.done,
    ]);
  } finally {
    database.close();
  }
}
