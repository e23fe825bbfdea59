import { changePictures } from '../../gallery/index.ts';
import { isActive } from '../../jobs/index.ts';
import type { Handlers } from '../../messages/index.ts';
import { done, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type PictureHandlers = Pick<Handlers, 'favourPictures' | 'deletePictures' | 'picturesImported'>;

/** The handlers of messages about the pictures of the gallery. */
export function pictureHandlers({
  jobs,
  clock,
  announceGallery,
  keepWithinLimit,
}: Pick<Services, 'jobs' | 'clock' | 'announceGallery' | 'keepWithinLimit'>): PictureHandlers {
  /** A job whose picture is gone has nothing to show: it goes out of sight with it, and comes back with it. */
  async function dismissJobs(ids: readonly string[], dismissed: boolean): Promise<void> {
    for (const id of ids) await jobs.change(id, (job) => (isActive(job) ? undefined : { ...job, dismissed }));
  }

  return {
    picturesImported: () =>
      storing(async () => {
        await keepWithinLimit();
        announceGallery();
        return done(null);
      }),
    favourPictures: ({ ids, favourite }) =>
      storing(async () => {
        await changePictures(ids, { favourite: favourite || undefined });
        announceGallery();
        return done(null);
      }),
    deletePictures: ({ ids, undo = false }) =>
      storing(async () => {
        const changed = await changePictures(ids, { deletedAt: undo ? undefined : clock.now() });
        await dismissJobs(changed, !undo);
        announceGallery();
        return done(null);
      }),
  };
}
