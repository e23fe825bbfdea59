import { isActive, type Job } from '../../jobs/index.ts';

/**
 * The toolbar button's badge: the number of jobs under way. The number is counted from the stored jobs at each start of a
 * worker, since the badge of a worker that was stopped stays on the button.
 */
export function createBadge(write: (text: string) => void) {
  const active = new Set<string>();
  const show = () => write(active.size === 0 ? '' : String(active.size));
  return {
    /** Updates the badge after a job was stored. Returns whether that job was under way before. */
    note(job: Pick<Job, 'id' | 'status'>): boolean {
      const was = active.has(job.id);
      if (isActive(job)) active.add(job.id);
      else active.delete(job.id);
      if (was !== active.has(job.id)) show();
      return was;
    },
    forget(ids: readonly string[]): void {
      for (const id of ids) active.delete(id);
      show();
    },
    /** Counts the jobs that are under way when the worker starts. */
    begin(jobs: readonly Pick<Job, 'id' | 'status'>[]): void {
      for (const job of jobs) if (isActive(job)) active.add(job.id);
      show();
    },
  };
}
