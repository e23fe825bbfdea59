import { isActive } from '../../jobs/index.ts';
import type { Handlers } from '../../messages/index.ts';
import { delay } from '../../web/wait.ts';
import { done, storing } from '../reply.ts';
import type { Services } from '../services.ts';

/** How often, and for how long in milliseconds, to check whether the cancelled jobs have ended. */
const LOOK_MS = 100;
const LOOKS = 100;

/** Deletes all pictures and jobs. Running jobs are cancelled first, since they would store their end afterwards. */
export function deleteAllHandler({
  jobs,
  runner,
  clearGallery,
  announceGallery,
  keepAlive,
}: Pick<Services, 'jobs' | 'runner' | 'clearGallery' | 'announceGallery' | 'keepAlive'>): Pick<
  Handlers,
  'deletePicturesAndJobs'
> {
  async function endRunning(): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      const running = (await jobs.all()).filter(isActive);
      if (running.length === 0) return;
      if (look === 0) await Promise.allSettled(running.map(({ id }) => runner.cancel(id)));
      else await delay(LOOK_MS, new AbortController().signal);
    }
  }

  return {
    deletePicturesAndJobs: ({ keepFavourites = false }) =>
      storing(async () => {
        const release = keepAlive();
        try {
          await endRunning();
          const { deleted: pictures, kept } = await clearGallery({ keepFavourites });
          const left = (await jobs.all()).filter(({ id }) => !kept.includes(id));
          announceGallery();
          await jobs.forget(left.map(({ id }) => id));
          return done({ pictures, jobs: left.length });
        } finally {
          release();
        }
      }),
  };
}
