import { isActive, type Job } from '../../jobs/index.ts';

/** What the user chose to look at: a job by its id, or the empty stage for a new one. */
export interface Choice {
  jobId?: string;
  composing: boolean;
  /** Not beside the others of its press. */
  alone?: boolean;
}

/** The job on the stage: the chosen one while it is there, else the newest that was not put away. Jobs are newest first. */
export function shownJob(jobs: readonly Job[], choice: Choice): Job | undefined {
  if (choice.composing) return undefined;
  const waiting = jobs.filter((job) => !job.dismissed);
  return waiting.find((job) => job.id === choice.jobId) ?? waiting[0];
}

/**
 * What the strip holds: jobs under way in the order they began, then what they became, newest first. A cancelled one
 * is only there while it is shown.
 */
export function stripJobs(jobs: readonly Job[], shown: Job | undefined): Job[] {
  const kept = jobs.filter((job) => job === shown || (!job.dismissed && job.status !== 'cancelled'));
  return [...kept.filter(isActive).reverse(), ...kept.filter((job) => !isActive(job))];
}
