import { isActive, type Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';

/** The jobs that an earlier worker left unfinished, oldest first, each with its state after recovery. A job that does not change is the same object. */
export async function recoverAll(
  store: Pick<JobStore, 'unsettled'>,
  pictures: Pick<PictureKeeper, 'find'>,
  now: number,
): Promise<{ left: Job[]; recovered: Job[] }> {
  const left = await store.unsettled();
  // Read at the same time: a gallery that does not answer delays the start only once, not once per job.
  const found = await Promise.allSettled(left.map(({ id }) => pictures.find(id)));
  const recovered = left.flatMap((job, index) => {
    const answer = found[index];
    // While the gallery cannot be read, ended jobs stay as they are.
    if (answer?.status === 'rejected' && !isActive(job)) return [];
    return recover(job, answer?.status === 'fulfilled' ? answer.value : undefined, now);
  });
  return { left, recovered };
}
