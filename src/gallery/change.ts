import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';
import { removePictures } from './remove-pictures.ts';

interface ChangePorts {
  databaseName?: string | undefined;
}

type Change = Partial<Pick<Picture, 'favourite' | 'deletedAt'>>;

/**
 * Sets or removes the favourite and deletion marks of pictures: of all of them or none. Resolves with the ids of the pictures that
 * exist; rejects when the database cannot be written.
 */
export async function changePictures(
  ids: readonly string[],
  change: { [Key in keyof Change]: Change[Key] | undefined },
  { databaseName }: ChangePorts = {},
): Promise<string[]> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction('pictures', 'readwrite');
    const changed = await Promise.all(
      ids.map(async (id) => {
        const picture = await transaction.store.get(id);
        if (picture) await transaction.store.put(withChange(picture, change));
        return picture ? [id] : [];
      }),
    );
    await transaction.done;
    return changed.flat();
  } finally {
    database.close();
  }
}

function withChange(picture: Picture, change: { [Key in keyof Change]: Change[Key] | undefined }): Picture {
  const fields = Object.entries({ ...picture, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as Picture;
}

/**
 * Removes deleted pictures for good: those that were deleted before `deletedBefore`. A picture that was deleted after `now` (then
 * the clock was set back) gets `now` as its time. Both are epoch milliseconds. Resolves with the ids of the removed pictures.
 */
export async function purgeDeleted(
  { deletedBefore, now }: { deletedBefore: number; now: number },
  { databaseName }: ChangePorts = {},
): Promise<string[]> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    const pictures = transaction.objectStore('pictures');
    // Read in one go: ten thousand steps of a cursor keep everybody else from the database for seconds.
    const records = await pictures.getAll();
    // Where the clock was set back after the deletion, the time until removal starts anew, or the picture would stay too long.
    for (const record of records.filter(({ deletedAt }) => deletedAt !== undefined && deletedAt > now))
      await pictures.put({ ...record, deletedAt: now });
    const isOver = ({ deletedAt }: Picture) => deletedAt !== undefined && deletedAt < deletedBefore;
    const gone = records.filter(isOver).map(({ id }) => id);
    await removePictures(transaction, gone);
    await transaction.done;
    return gone;
  } finally {
    database.close();
  }
}
