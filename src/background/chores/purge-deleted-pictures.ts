import { purgeDeleted } from '../../gallery/index.ts';
import type { Services } from '../services.ts';

/** How long a deleted picture can be had back. */
const UNDO_MS = 3_600_000;

/** Takes pictures that were deleted a while ago off the disk. */
export async function purgeDeletedPictures({ clock }: Pick<Services, 'clock'>): Promise<void> {
  const now = clock.now();
  await purgeDeleted({ deletedBefore: now - UNDO_MS, now });
}
