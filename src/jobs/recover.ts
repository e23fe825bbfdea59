import type { Job } from './job.ts';

/** A job that waited longer than this was left behind: running it now would surprise, and cost. */
const STILL_WANTED_MS = 10 * 60_000;

/**
 * What a job found at worker start becomes. A running one was cut off: whether its request was charged is unknown, so it
 * is never sent again by itself. If its picture had reached the gallery, only the record was late. A queued one
 * was never sent and keeps its place, unless it is old.
 */
export function recover(job: Job, hasPicture: boolean, now: number): Job {
  if (job.status === 'queued' && now - job.createdAt <= STILL_WANTED_MS) return job;
  if (job.status !== 'queued' && job.status !== 'running') return job;
  if (hasPicture) return { ...job, ...lastAsked(job), status: 'succeeded', endedAt: now };
  return { ...job, status: 'interrupted', endedAt: now };
}

function lastAsked(job: Job): Pick<Job, 'provider'> {
  const provider = job.attempts.at(-1)?.provider;
  return provider ? { provider } : {};
}
