import { isActive, isUnseen, type Job } from '../../jobs/index.ts';

type Told = Pick<Job, 'id' | 'status' | 'dismissed' | 'unseen'>;

/** What the toolbar button has to say. */
export interface ButtonState {
  /** How many pictures are under way. */
  active: number;
  /** The ended jobs that were not seen: `failed` when one of them failed. */
  unseen: 'none' | 'made' | 'failed';
}

/**
 * What the toolbar button says: the number of jobs under way, and whether a job has ended that the user has not seen. It is
 * worked out from the stored jobs at each start of a worker, since the badge of a worker that was stopped stays on the button.
 */
export function createBadge(write: (state: ButtonState) => void) {
  const active = new Set<string>();
  const unseen = new Map<string, Job['status']>();
  const show = () => {
    const ends = [...unseen.values()];
    const isFailed = ends.some((status) => status !== 'succeeded');
    write({ active: active.size, unseen: ends.length === 0 ? 'none' : isFailed ? 'failed' : 'made' });
  };
  const take = (job: Told) => {
    if (isActive(job)) active.add(job.id);
    else active.delete(job.id);
    if (isUnseen(job)) unseen.set(job.id, job.status);
    else unseen.delete(job.id);
  };
  return {
    /** Updates the button after a job was stored. Returns whether that job was under way before. */
    note(job: Told): boolean {
      const [was, wasUnseen] = [active.has(job.id), unseen.get(job.id)];
      take(job);
      if (was !== active.has(job.id) || wasUnseen !== unseen.get(job.id)) show();
      return was;
    },
    forget(ids: readonly string[]): void {
      for (const id of ids) {
        active.delete(id);
        unseen.delete(id);
      }
      show();
    },
    /** Takes the jobs that are under way, and those that were not seen, when the worker starts. */
    begin(jobs: readonly Told[]): void {
      for (const job of jobs) take(job);
      show();
    },
    show,
  };
}
