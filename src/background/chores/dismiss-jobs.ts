import { isActive } from '../../jobs/index.ts';
import type { Services } from '../services.ts';

/** Dismisses the ended jobs of pictures that are gone, so that the popup does not offer them, or shows them again. */
export async function dismissJobs(
  ids: readonly string[],
  dismissed: boolean,
  { jobs }: { jobs: Pick<Services['jobs'], 'all' | 'change'> },
): Promise<void> {
  const named = new Set(ids);
  // Few jobs are kept, however many pictures there are.
  const theirs = (await jobs.all()).filter(({ id }) => named.has(id));
  for (const { id } of theirs)
    await jobs.change(id, (job) => (isActive(job) ? undefined : { ...job, dismissed }));
}
