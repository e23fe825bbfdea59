import { isActive, type Job } from '../../jobs/index.ts';

/** What the user chose to look at: a job by its id, or the empty stage for a new one. */
export interface Choice {
  jobId?: string;
  composing: boolean;
}

const MOST_OTHERS = 5;

/** The job on the stage: the chosen one while it is there, else the newest that was not put away. Jobs are newest first. */
export function shownJob(jobs: readonly Job[], choice: Choice): Job | undefined {
  if (choice.composing) return undefined;
  const waiting = jobs.filter((job) => !job.dismissed);
  return waiting.find((job) => job.id === choice.jobId) ?? waiting[0];
}

/** The jobs beside it that still want the user's eye: running ones, and ended ones that were never looked at. */
export function otherJobs(jobs: readonly Job[], shown: Job | undefined): Job[] {
  return jobs
    .filter((job) => job !== shown && !job.dismissed && job.status !== 'cancelled')
    .sort((one, other) => Number(isActive(other)) - Number(isActive(one)))
    .slice(0, MOST_OTHERS);
}
