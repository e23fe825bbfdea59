import { purgeDeleted } from '../../gallery/index.ts';
import type { Services } from '../services.ts';

/** Milliseconds during which a deleted picture can be restored, and between two purges. */
const UNDO_MS = 3_600_000;
/** When the last purge ended, in the storage that ends with the browser. Epoch milliseconds. */
const KEY = 'gallery:purgedAt';

/**
 * Removes pictures from the disk that can no longer be restored (see `UNDO_MS`). Once an hour at most: every record is read for it,
 * and workers are started far more often.
 */
export async function purgeDeletedPictures(
  { clock, session }: Pick<Services, 'clock' | 'session'>,
  purge: typeof purgeDeleted = purgeDeleted,
): Promise<void> {
  const now = clock.now();
  const { [KEY]: last } = await session.get(KEY);
  // After the clock was set back the last purge lies in the future, and says nothing.
  if (typeof last === 'number' && last <= now && now - last < UNDO_MS) return;
  await purge({ deletedBefore: now - UNDO_MS, now });
  await session.set({ [KEY]: now });
}
