import { isActive, type Job } from './job.ts';
import type { PictureKeeper } from './picture-keeper.ts';
import { recover } from './recover.ts';
import type { JobStore } from './store.ts';

export interface RecoverAllPorts {
  store: Pick<JobStore, 'unsettled' | 'change'>;
  pictures: Pick<PictureKeeper, 'find' | 'held'>;
  clock: { now(): number };
  /** Whether this worker was asked for the job, which has not ended. */
  isOwn(id: string): boolean;
}

/**
 * Recovers the jobs that an earlier worker left unfinished, and resolves with them, oldest first. `changed` says whether the job's
 * record was changed. A job that cannot be stored is left out, and `isComplete` is false then. Rejects when the records cannot be
 * read.
 */
export async function recoverAll({
  store,
  pictures,
  clock,
  isOwn,
}: RecoverAllPorts): Promise<{ recovered: { job: Job; changed: boolean }[]; isComplete: boolean }> {
  // A job whose picture this worker holds has ended; if the user has begun it anew since, it is like any other.
  const isLeft = (job: Job) => !isOwn(job.id) && (isActive(job) || !pictures.held(job.id));
  const left = (await store.unsettled()).filter(isLeft);
  // Read at the same time: a gallery that does not answer delays the start only once, not once per job.
  const found = await Promise.allSettled(left.map(({ id }) => pictures.find(id)));
  const work = left.map(async (job, index) => {
    const answer = found[index];
    // While the gallery cannot be read, ended jobs stay as they are.
    if (answer?.status === 'rejected' && !isActive(job)) return [];
    const picture = answer?.status === 'fulfilled' ? answer.value : undefined;
    const now = clock.now();
    if (recover(job, picture, now) === job) return [{ job, changed: false }];
    // The user may have cancelled the job, or begun it again, since it was read.
    const next = await store.change(job.id, (record) => {
      const after = isLeft(record) ? recover(record, picture, now) : record;
      return after === record ? undefined : after;
    });
    return next ? [{ job: next, changed: true }] : [];
  });
  const outcomes = await Promise.allSettled(work);
  return {
    recovered: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : [])),
    isComplete: outcomes.every(({ status }) => status === 'fulfilled'),
  };
}
