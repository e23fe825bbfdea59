import { type GalleryDatabase, openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import type { Thumbnail } from './thumbnail.ts';

/**
 * Stores a picture and its bytes: both or neither. They are on the disk when it resolves, since the picture was paid for. A
 * picture that replaces one with the same id keeps that one's place. Rejects when the database fails; with a QuotaExceededError
 * when the disk is full.
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
  // A `put` throws when its value cannot be cloned. Then the transaction is aborted, or the other writes would be committed alone.
  const putRecord = async () => {
    const [there, newest] = await Promise.all([
      pictures.get(picture.id),
      pictures.index('place').openKeyCursor(),
    ]);
    const place = picture.place ?? there?.place ?? placeOf(picture.createdAt, newest?.key[0]);
    await pictures.put({ ...picture, place });
  };
  const putBytes = async () => transaction.objectStore('bytes').put(blob, picture.id);
  // A thumbnail of an earlier picture with the same id does not show these bytes.
  const dropThumbnail = async () => transaction.objectStore('thumbnails').delete(picture.id);
  await Promise.all([putRecord(), putBytes(), dropThumbnail(), transaction.done]).catch((reason) => {
    abort(transaction);
    throw reason;
  });
}

/** The place of a new picture: before the newest picture, even if the clock was set back. */
function placeOf(createdAt: number, newest: number | undefined): number {
  return Math.min(-createdAt, newest === undefined ? Number.POSITIVE_INFINITY : newest - 1);
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The transaction has ended already.
  }
}

/**
 * Stores a picture's thumbnail and its size in pixels. Separate from `storePicture`, so that storing a picture does not wait until
 * it is decoded. Does nothing when the picture has been removed meanwhile.
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
