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
  // A value that cannot be cloned throws here, and the puts before it would be committed alone: abort.
  const putRecord = async () => {
    const [there, newest] = await Promise.all([
      pictures.get(picture.id),
      pictures.index('place').openKeyCursor(),
    ]);
    const place = picture.place ?? there?.place ?? placeOf(picture.createdAt, newest?.key[0]);
    await pictures.put({ ...picture, place });
  };
  const putBytes = async () => transaction.objectStore('bytes').put(blob, picture.id);
  // The old thumbnail was made of other bytes.
  const dropThumbnail = async () => transaction.objectStore('thumbnails').delete(picture.id);
  await Promise.all([putRecord(), putBytes(), dropThumbnail(), transaction.done]).catch((reason) => {
    abort(transaction);
    throw reason;
  });
}

/** The place before the newest picture, even if the clock was set back. */
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
 * Adds what is known after decoding: the thumbnail and the size. Separate from `storePicture`, so that storing a picture does
 * not wait for decoding. Does nothing when the picture has been deleted meanwhile.
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
