import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';

export interface StoredPicture {
  picture: Picture;
  blob: Blob;
}

/** A picture with its bytes, or undefined when it is not in the gallery. Rejects when the database cannot be opened. */
export async function readPicture(id: string, databaseName?: string): Promise<StoredPicture | undefined> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes']);
    const [picture, blob] = await Promise.all([
      transaction.objectStore('pictures').get(id),
      transaction.objectStore('bytes').get(id),
    ]);
    return picture && blob ? { picture, blob } : undefined;
  } finally {
    database.close();
  }
}
