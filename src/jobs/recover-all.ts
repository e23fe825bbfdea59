import { isActive, type Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';

/** What an earlier worker left unsettled, oldest first, and what becomes of it. Those that stay as they are are the same objects. */
export async function recoverAll(
  store: Pick<JobStore, 'unsettled'>,
  pictures: Pick<PictureKeeper, 'find'>,
  now: number,
): Promise<{ left: Job[]; recovered: Job[] }> {
  const left = await store.unsettled();
  // Asked at once: a gallery that does not answer must not hold up the start once for each of them.
  const found = await Promise.allSettled(left.map(({ id }) => pictures.find(id)));
  const recovered = left.flatMap((job, index) => {
    const answer = found[index];
    // While the gallery cannot be read, ended jobs stay as they are.
    if (answer?.status === 'rejected' && !isActive(job)) return [];
    return recover(job, answer?.status === 'fulfilled' ? answer.value : undefined, now);
  });
  return { left, recovered };
}
