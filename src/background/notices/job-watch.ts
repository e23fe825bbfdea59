import { isActive, type Job, type JobListener } from '../../jobs/index.ts';
import { createBadge } from './badge.ts';

export interface JobWatch extends JobListener {
  /** Calls `tell` for each job that ends, and for each job that the worker finds ended by its start (see `saved`). */
  onEnded(tell: (job: Job) => void): void;
  /** Counts the jobs under way, once the jobs of an earlier worker are recovered. */
  begin(jobs: readonly Job[]): void;
}

/** Follows the stored jobs: counts the jobs under way on the badge, and tells a listener of each job that ends. */
export function createJobWatch(writeBadge: (text: string) => void): JobWatch {
  const badge = createBadge(writeBadge);
  let begun = false;
  let tell: (job: Job) => void = () => undefined;
  return {
    saved(job) {
      const wasActive = badge.note(job);
      // Before `begin`, a stored job that has ended is one that the worker has just recovered: it ended with an earlier worker.
      if (!isActive(job) && (wasActive || !begun)) tell(job);
    },
    forgotten: badge.forget,
    onEnded(listener) {
      tell = listener;
    },
    begin(jobs) {
      begun = true;
      badge.begin(jobs);
    },
  };
}
