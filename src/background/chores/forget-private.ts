import { isActive } from '../../jobs/index.ts';
import type { Services } from '../services.ts';

/** Ends and forgets what was made from private windows: its jobs, and its pictures in memory. */
export async function forgetPrivate({
  jobs,
  runner,
  shelf,
}: Pick<Services, 'jobs' | 'runner' | 'shelf'>): Promise<void> {
  const all = (await jobs.all()).filter(({ isPrivate }) => isPrivate === true);
  await Promise.allSettled(all.filter(isActive).map(({ id }) => runner.cancel(id)));
  if (all.length > 0) await jobs.forget(all.map(({ id }) => id));
  shelf.forgetPrivate();
}
