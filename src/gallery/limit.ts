import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import { removePictures } from './remove-pictures.ts';

interface Sums {
  pictures: number;
  favourites: number;
  /** Bytes of the pictures, without thumbnails and records. */
  byteLength: number;
}

/**
 * The number of pictures and favourites, and the bytes of all pictures. Deleted pictures that can still be restored are not
 * counted, but their bytes are included.
 */
export async function gallerySums(databaseName?: string): Promise<Sums> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const records = await database.getAll('pictures');
    const kept = records.filter(({ deletedAt }) => deletedAt === undefined);
    return {
      pictures: kept.length,
      favourites: kept.filter(({ favourite }) => favourite === true).length,
      byteLength: records.reduce((sum, record) => sum + bytesOf(record), 0),
    };
  } finally {
    database.close();
  }
}

/**
 * Removes pictures for good until the rest takes at most `maxBytes`: deleted pictures first, then the oldest that are not
 * favourites. The newest picture always stays, since it may just have been paid for; favourites stay even if they take more.
 * Resolves with the removed pictures that the user had not deleted, so that the user can be told.
 */
export async function keepWithin(maxBytes: number, databaseName?: string): Promise<Picture[]> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    // Newest first.
    const records = await transaction.objectStore('pictures').index('place').getAll();
    let total = records.reduce((sum, record) => sum + bytesOf(record), 0);
    const gone: Picture[] = [];
    const isDeleted = ({ deletedAt }: Picture) => deletedAt !== undefined;
    const older = records.slice(1).reverse();
    const candidates = [
      ...older.filter(isDeleted),
      ...older.filter((record) => !isDeleted(record) && record.favourite !== true),
    ];
    for (const record of candidates) {
      if (total <= maxBytes) break;
      total -= bytesOf(record);
      gone.push(record);
    }
    await removePictures(
      transaction,
      gone.map(({ id }) => id),
    );
    await transaction.done;
    return gone.filter((record) => !isDeleted(record));
  } finally {
    database.close();
  }
}

function bytesOf({ byteLength }: Picture): number {
  return typeof byteLength === 'number' && byteLength > 0 ? byteLength : 0;
}
