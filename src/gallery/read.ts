import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import { parsePicture } from './picture-schema.ts';

export interface StoredPicture {
  picture: Picture;
  blob: Blob;
}

/** A picture with its bytes, or undefined when they are not (or not readable) in the gallery. Rejects when the database cannot be opened. */
export async function readPicture(id: string, databaseName?: string): Promise<StoredPicture | undefined> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes']);
    const [record, blob] = await Promise.all([
      transaction.objectStore('pictures').get(id),
      transaction.objectStore('bytes').get(id),
    ]);
    const picture = parsePicture(record);
    return picture && blob instanceof Blob ? { picture, blob } : undefined;
  } finally {
    database.close();
  }
}
