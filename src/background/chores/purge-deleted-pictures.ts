import { purgeDeleted } from '../../gallery/index.ts';
import type { Services } from '../services.ts';

/** Milliseconds during which a deleted picture can be restored. */
const UNDO_MS = 3_600_000;

/** Removes pictures from the disk that can no longer be restored (see `UNDO_MS`). */
export async function purgeDeletedPictures({ clock }: Pick<Services, 'clock'>): Promise<void> {
  const now = clock.now();
  await purgeDeleted({ deletedBefore: now - UNDO_MS, now });
}
