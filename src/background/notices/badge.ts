import { isActive, type Job } from '../../jobs/index.ts';

/**
 * How many pictures are under way, on the toolbar button. Counted from the stored jobs at each start of a worker, since a
 * badge stays where the worker that wrote it was stopped.
 */
export function createBadge(write: (text: string) => void) {
  const active = new Set<string>();
  const show = () => write(active.size === 0 ? '' : String(active.size));
  return {
    /** Told of every job that is stored. Whether this one was under way until now. */
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
    /** The jobs that are under way as a worker starts. */
    begin(jobs: readonly Pick<Job, 'id' | 'status'>[]): void {
      for (const job of jobs) if (isActive(job)) active.add(job.id);
      show();
    },
  };
}
