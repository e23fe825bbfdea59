import { openGalleryDatabase } from '../database.ts';
import { readPicture, type StoredPicture } from '../read.ts';
import { removePictures } from '../remove-pictures.ts';
import { makeThumbnail } from '../thumbnail.ts';
import { storePicture, storeThumbnail } from '../write.ts';

interface ImportOptions {
  databaseName?: string | undefined;
  signal?: AbortSignal;
  /** Called after each picture, with the number of stored pictures. */
  onProgress?: (stored: number) => void;
  thumbnailOf?: typeof makeThumbnail;
  /** The browser's locks; without them imports of several pages do not wait for each other. */
  locks?: Locks | undefined;
}

interface Locks {
  request<Value>(name: string, options: { signal?: AbortSignal }, work: () => Promise<Value>): Promise<Value>;
}

/** The name of the lock that an import holds. */
const LOCK = 'understudy-import';

/**
 * Stores the pictures of an archive, one after the other. When one cannot be stored, or the signal aborts, the gallery is put
 * back as it was, and the promise rejects. Resolves with how many there are. A picture that is in the gallery by now stays as it
 * is there.
 *
 * One import runs at a time, whatever page began it: one that is cancelled would take back what another has brought.
 *
 * A page that is closed midway puts nothing back: what is stored stays, whole, and a later import of the same archive finds
 * it as a repeat and stores the rest.
 */
export async function importPictures(
  pictures: AsyncIterable<StoredPicture>,
  options: ImportOptions = {},
): Promise<number> {
  const { signal, locks = navigator.locks as Locks | undefined } = options;
  const work = () => storeAll(pictures, options);
  return locks ? locks.request(LOCK, { ...(signal && { signal }) }, work) : work();
}

async function storeAll(
  pictures: AsyncIterable<StoredPicture>,
  { databaseName, signal, onProgress, thumbnailOf = makeThumbnail }: ImportOptions,
): Promise<number> {
  let done = 0;
  const stored: string[] = [];
  /** Pictures that were marked as deleted and could be brought back: the import writes over them. */
  const before: StoredPicture[] = [];
  try {
    for await (const { picture, blob } of pictures) {
      signal?.throwIfAborted();
      const there = await readPicture(picture.id, databaseName);
      if (!there || there.picture.deletedAt !== undefined) {
        if (there) before.push(there);
        stored.push(picture.id);
        await storePicture(picture, blob, databaseName);
        const thumbnail = await thumbnailOf(blob);
        if (thumbnail) await storeThumbnail(picture.id, thumbnail, databaseName);
      }
      done += 1;
      onProgress?.(done);
    }
    return done;
  } catch (reason) {
    await takeBack(stored, databaseName).catch(() => undefined);
    for (const { picture, blob } of before)
      await storePicture(picture, blob, databaseName).catch(() => undefined);
    throw reason;
  }
}

async function takeBack(ids: readonly string[], databaseName: string | undefined): Promise<void> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    await removePictures(transaction, ids);
    await transaction.done;
  } finally {
    database.close();
  }
}
