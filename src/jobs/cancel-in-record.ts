import type { Picture } from '../gallery/index.ts';
import { isActive } from './job.ts';
import type { JobStore } from './store.ts';
import { transition } from './transition.ts';

interface CancelPorts {
  store: Pick<JobStore, 'change'>;
  clock: { now(): number };
  /** The gallery's picture of the job: if there is one, the job has succeeded. */
  picture: Picture | undefined;
  isRunning(): boolean;
}

/**
 * Cancels an active job that this worker does not run: one that waits, or whose end could not be stored. `runs`: it has started
 * meanwhile, and nothing was changed. `none`: there is no such active job. Rejects when storage fails.
 */
export async function cancelInRecord(
  id: string,
  { store, clock, picture, isRunning }: CancelPorts,
): Promise<'cancelled' | 'runs' | 'none'> {
  let outcome: 'cancelled' | 'runs' | 'none' = 'none';
  await store.change(id, (job) => {
    if (isRunning()) {
      outcome = 'runs';
      return undefined;
    }
    if (isActive(job) || job.status === 'cancelled') outcome = 'cancelled';
    if (!isActive(job)) return undefined;
    if (picture) return transition(job, { type: 'picture', picture, at: picture.createdAt });
    return transition(job, { type: 'cancel', at: clock.now() });
  });
  return outcome;
}
