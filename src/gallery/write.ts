import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';

/**
 * Stores a picture and its bytes: both or neither, and on the disk itself when it resolves, since it was paid for.
 * Rejects (QuotaExceededError) when the disk is full.
 */
export async function storePicture(picture: Picture, blob: Blob, databaseName?: string): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes'], 'readwrite', { durability: 'strict' });
    // What cannot be cloned throws instead of rejecting, and what was put before it would be committed alone.
    const putRecord = async () => transaction.objectStore('pictures').put(picture);
    const putBytes = async () => transaction.objectStore('bytes').put(blob, picture.id);
    await Promise.all([putRecord(), putBytes(), transaction.done]).catch((reason) => {
      abort(transaction);
      throw reason;
    });
  } finally {
    database.close();
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}
