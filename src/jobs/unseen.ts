import { isActive, type Job } from './job.ts';

/** Whether nobody has seen yet how this job ended. What the user cancelled or dismissed is no news. */
export function isUnseen(job: Pick<Job, 'status' | 'dismissed' | 'unseen'>): boolean {
  return job.unseen === true && !isActive(job) && job.status !== 'cancelled' && job.dismissed !== true;
}

/** The record of a job that was seen. Undefined where there is nothing to change. */
export function asSeen({ unseen, ...job }: Job): Job | undefined {
  return unseen === undefined ? undefined : job;
}

/** Whether a stored value may be such a job, found out without parsing it. */
export function mayBeUnseen(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'unseen' in value && value.unseen === true;
}
