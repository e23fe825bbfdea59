import { isActive } from '../../jobs/index.ts';
import type { Services } from '../services.ts';

/**
 * Sets `dismissed` on the ended jobs with these ids: true where their pictures are deleted, so that the popup no longer offers
 * them; false to offer them again.
 */
export async function dismissJobs(
  ids: readonly string[],
  dismissed: boolean,
  { jobs }: { jobs: Pick<Services['jobs'], 'all' | 'change'> },
): Promise<void> {
  const named = new Set(ids);
  // Reading all jobs is cheap: few are kept, however many pictures there are.
  const theirs = (await jobs.all()).filter(({ id }) => named.has(id));
  for (const { id } of theirs)
    await jobs.change(id, (job) => (isActive(job) ? undefined : { ...job, dismissed }));
}
