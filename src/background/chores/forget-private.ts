import { isActive } from '../../jobs/index.ts';
import { DRAFT_KEY, handOverKey } from '../../messages/index.ts';
import type { Services } from '../services.ts';

/** Ends and forgets what was made from private windows: its jobs, its pictures in memory, and what was typed or selected there. */
export async function forgetPrivate({
  jobs,
  runner,
  shelf,
  session,
}: Pick<Services, 'jobs' | 'runner' | 'shelf' | 'session'>): Promise<void> {
  const all = (await jobs.all()).filter(({ isPrivate }) => isPrivate === true);
  await Promise.allSettled(all.filter(isActive).map(({ id }) => runner.cancel(id)));
  if (all.length > 0) await jobs.forget(all.map(({ id }) => id));
  shelf.forgetPrivate();
  await session.remove([DRAFT_KEY, handOverKey(true)]);
}
