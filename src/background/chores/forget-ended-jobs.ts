import { isActive } from '../../jobs/index.ts';
import type { Services } from '../services.ts';

/** Forgets the jobs of these ids that have ended. Few jobs are kept, however many ids there are. */
export async function forgetEndedJobs(
  ids: readonly string[],
  { jobs }: { jobs: Pick<Services['jobs'], 'all' | 'forget'> },
): Promise<void> {
  const named = new Set(ids);
  const ended = (await jobs.all()).filter((job) => named.has(job.id) && !isActive(job));
  if (ended.length > 0) await jobs.forget(ended.map(({ id }) => id));
}
