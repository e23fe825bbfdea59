import { isActive, type Job } from './job.ts';

/** A job that waited longer than this was left behind: running it now would surprise, and cost. */
const STILL_WANTED_MS = 10 * 60_000;

/**
 * What a job found at worker start becomes. A running one was cut off: whether its request was charged is unknown, so it
 * is never sent again by itself. If its picture had reached the gallery, only the record was late. A queued one
 * that was never sent keeps its place, unless it is old.
 */
export function recover(job: Job, hasPicture: boolean, now: number): Job {
  if (!isActive(job)) return job;
  if (hasPicture) return { ...job, ...lastAsked(job), status: 'succeeded', endedAt: now };
  if (neverSent(job) && now - job.createdAt <= STILL_WANTED_MS) return job;
  return { ...job, status: 'interrupted', endedAt: now };
}

function neverSent({ status, startedAt, attempts }: Job): boolean {
  return status === 'queued' && startedAt === undefined && attempts.length === 0;
}

function lastAsked(job: Job): Pick<Job, 'provider'> {
  const provider = job.attempts.at(-1)?.provider;
  return provider ? { provider } : {};
}
