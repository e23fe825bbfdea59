import { isActive, type Job } from '../../jobs/index.ts';

/** The user's choice: a job by its id, or the empty stage for a new one. */
export interface Choice {
  jobId?: string;
  composing: boolean;
  /** Shows the picture without the others of its press. */
  alone?: boolean;
}

/** The job on the stage: the chosen one if it exists, else the newest that was not dismissed. `jobs` are newest first. */
export function shownJob(jobs: readonly Job[], choice: Choice): Job | undefined {
  if (choice.composing) return undefined;
  const waiting = jobs.filter((job) => !job.dismissed);
  return waiting.find((job) => job.id === choice.jobId) ?? waiting[0];
}

/**
 * The jobs of the strip: active jobs in the order in which they were started, then ended ones, newest first. A cancelled
 * job is included only while it is shown.
 */
export function stripJobs(jobs: readonly Job[], shown: Job | undefined): Job[] {
  const kept = jobs.filter((job) => job === shown || (!job.dismissed && job.status !== 'cancelled'));
  return [...kept.filter(isActive).reverse(), ...kept.filter((job) => !isActive(job))];
}
