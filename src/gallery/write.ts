import { type GalleryDatabase, openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import type { Thumbnail } from './thumbnail.ts';

/**
 * Stores a picture and its bytes: both or neither, and on the disk itself when it resolves, since it was paid for. One
 * that is there already under the same id keeps its place. Rejects (QuotaExceededError) when the disk is full.
 */
export async function storePicture(picture: Picture, blob: Blob, databaseName?: string): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    await putTogether(database, picture, blob);
  } finally {
    database.close();
  }
}

async function putTogether(database: GalleryDatabase, picture: Picture, blob: Blob): Promise<void> {
  const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite', {
    durability: 'strict',
  });
  const pictures = transaction.objectStore('pictures');
  // What cannot be cloned throws instead of rejecting, and what was put before it would be committed alone.
  const putRecord = async () => {
    const [there, newest] = await Promise.all([
      pictures.get(picture.id),
      pictures.index('place').openKeyCursor(),
    ]);
    const place = picture.place ?? there?.place ?? placeOf(picture.createdAt, newest?.key[0]);
    await pictures.put({ ...picture, place });
  };
  const putBytes = async () => transaction.objectStore('bytes').put(blob, picture.id);
  // Of other bytes than these.
  const dropThumbnail = async () => transaction.objectStore('thumbnails').delete(picture.id);
  await Promise.all([putRecord(), putBytes(), dropThumbnail(), transaction.done]).catch((reason) => {
    abort(transaction);
    throw reason;
  });
}

/** In front of the newest, also where the clock says that it was made before it. */
function placeOf(createdAt: number, newest: number | undefined): number {
  return Math.min(-createdAt, newest === undefined ? Number.POSITIVE_INFINITY : newest - 1);
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/**
 * Adds what only the decoded picture tells: its thumbnail and its size. Apart from `storePicture`, so that no picture waits
 * to be on the disk until it is decoded. Does nothing where the picture is gone by then.
 */
export async function storeThumbnail(
  id: string,
  { blob, width, height }: Thumbnail,
  databaseName?: string,
): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'thumbnails'], 'readwrite');
    const picture = await transaction.objectStore('pictures').get(id);
    if (picture) {
      await transaction.objectStore('pictures').put({ ...picture, width, height });
      await transaction.objectStore('thumbnails').put(blob, id);
    }
    await transaction.done;
  } finally {
    database.close();
  }
}
