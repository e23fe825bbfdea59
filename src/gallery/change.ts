import { openGalleryDatabase } from './database.ts';
import type { Picture } from './picture.ts';

interface ChangePorts {
  databaseName?: string | undefined;
}

type Change = Partial<Pick<Picture, 'favourite' | 'deletedAt'>>;

/**
 * Changes favourites and deletion marks of pictures: all of them or none. Resolves with the ids that were there; rejects when the
 * database cannot be written.
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
 * Takes deleted pictures away for good: those deleted before `deletedBefore` (epoch milliseconds). Resolves with
 * their ids.
 */
export async function purgeDeleted(
  { deletedBefore, now }: { deletedBefore: number; now: number },
  { databaseName }: ChangePorts = {},
): Promise<string[]> {
  const database = await openGalleryDatabase(databaseName);
  try {
    const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
    const gone: string[] = [];
    const pictures = transaction.objectStore('pictures');
    for (let cursor = await pictures.openCursor(); cursor; cursor = await cursor.continue()) {
      const { deletedAt } = cursor.value;
      if (deletedAt === undefined) continue;
      if (deletedAt >= deletedBefore) {
        // The clock was set back since: its time is counted anew, or it would stay until that day.
        if (deletedAt > now) await cursor.update({ ...cursor.value, deletedAt: now });
        continue;
      }
      gone.push(cursor.value.id);
      await cursor.delete();
    }
    for (const id of gone) {
      await transaction.objectStore('bytes').delete(id);
      await transaction.objectStore('thumbnails').delete(id);
    }
    await transaction.done;
    return gone;
  } finally {
    database.close();
  }
}
