import { isActive, isUnseen, type Job, type JobListener } from '../../jobs/index.ts';
import { type ButtonState, createBadge } from './badge.ts';

export interface JobWatch extends JobListener {
  /** Calls `tell` for each job that ends, and for each job that the worker finds ended by its start (see `saved`). */
  onEnded(tell: (job: Job) => void): void;
  /** Takes the jobs that are under way or were not seen, once the jobs of an earlier worker are recovered. */
  begin(jobs: readonly Job[]): void;
  /** Writes the button's text again, after the language changed. */
  repeat(): void;
}

/** Follows the stored jobs: keeps the toolbar button up to date, and tells a listener of each job that ends. */
export function createJobWatch(writeButton: (state: ButtonState) => void): JobWatch {
  const badge = createBadge(writeButton);
  let begun = false;
  let tell: (job: Job) => void = () => undefined;
  return {
    saved(job) {
      const wasActive = badge.note(job);
      // Before `begin`, a stored job that has ended is one that the worker has just recovered: it ended with an earlier worker.
      if (!isActive(job) && !isUnseen(job) && (wasActive || !begun)) tell(job);
    },
    forgotten: badge.forget,
    onEnded(listener) {
      tell = listener;
    },
    begin(jobs) {
      begun = true;
      badge.begin(jobs);
    },
    repeat() {
      if (begun) badge.show();
    },
  };
}
