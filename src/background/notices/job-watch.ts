import { isActive, type Job, type JobListener } from '../../jobs/index.ts';
import { createBadge } from './badge.ts';

export interface JobWatch extends JobListener {
  /** Calls back for each job that ends, from now on and for those that ended while nobody was there. */
  onEnded(tell: (job: Job) => void): void;
  /** The jobs that are under way, once the worker has mended what the one before it left. */
  begin(jobs: readonly Job[]): void;
}

/** Follows the jobs of this worker: the badge counts those under way, and who wants hears of those that end. */
export function createJobWatch(writeBadge: (text: string) => void): JobWatch {
  const badge = createBadge(writeBadge);
  let begun = false;
  let tell: (job: Job) => void = () => undefined;
  return {
    saved(job) {
      const wasActive = badge.note(job);
      // What is stored before the worker has begun is what it mended: jobs that ended with the worker before.
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
