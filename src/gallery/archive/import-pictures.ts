import { openGalleryDatabase } from '../database.ts';
import type { StoredPicture } from '../read.ts';
import { makeThumbnail } from '../thumbnail.ts';
import { storePicture, storeThumbnail } from '../write.ts';

interface ImportOptions {
  databaseName?: string | undefined;
  signal?: AbortSignal;
  /** Called after each picture, with the number of stored pictures. */
  onProgress?: (stored: number) => void;
  thumbnailOf?: typeof makeThumbnail;
}

/**
 * Stores the pictures of an archive: all of them or none. If one cannot be stored, or the signal aborts, the pictures stored so
 * far are removed and it rejects. Resolves with the number of stored pictures.
 */
export async function importPictures(
  pictures: AsyncIterable<StoredPicture>,
  { databaseName, signal, onProgress, thumbnailOf = makeThumbnail }: ImportOptions = {},
): Promise<number> {
  const stored: string[] = [];
  try {
    for await (const { picture, blob } of pictures) {
      signal?.throwIfAborted();
      stored.push(picture.id);
      await storePicture(picture, blob, databaseName);
      const thumbnail = await thumbnailOf(blob);
      if (thumbnail) await storeThumbnail(picture.id, thumbnail, databaseName);
      onProgress?.(stored.length);
    }
    return stored.length;
  } catch (reason) {
    await takeBack(stored, databaseName).catch(() => undefined);
    throw reason;
  }
}

async function takeBack(ids: readonly string[], databaseName: string | undefined): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    for (const id of ids)
      for (const store of ['pictures', 'bytes', 'thumbnails'] as const)
        await transaction.objectStore(store).delete(id);
    await transaction.done;
  } finally {
    database.close();
  }
}
