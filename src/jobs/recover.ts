import type { Picture } from '../gallery/index.ts';
import { isActive, isUnsettled, type Job, type JobError } from './job.ts';
import { withPicture } from './with-picture.ts';

/** A job that waited longer than this was left behind: running it now would surprise, and cost. */
const STILL_WANTED_MS = 10 * 60_000;

/**
 * What becomes of a job that nobody works on any more. If its picture had reached the gallery, only the record was late.
 * A running one was cut off: whether its request was charged is unknown, so it is never sent again by itself. One whose
 * picture could not be stored has lost it with the worker that held it. A queued one that was never sent keeps its
 * place, unless it is old.
 */
export function recover(job: Job, picture: Picture | undefined, now: number): Job {
  if (!isUnsettled(job)) return job;
  if (picture) return withPicture(job, picture);
  if (neverSent(job) && now - job.createdAt <= STILL_WANTED_MS) return job;
  const { error: _older, ...rest } = job;
  const endedAt = isActive(job) ? now : (job.endedAt ?? now);
  const error = pictureElsewhere(job);
  if (error) return { ...rest, status: 'failed', endedAt, error };
  return { ...rest, status: 'interrupted', endedAt };
}

/**
 * The failure of a job that goes no further, when a picture of it was made and did not arrive: it still lies where its
 * service put it, and fetching it costs nothing. Undefined when there is none.
 */
export function pictureElsewhere({ attempts }: Job): JobError | undefined {
  const causes = attempts.flatMap(({ provider, error }) =>
    error?.pictureUrl === undefined ? [] : [{ provider, error }],
  );
  const first = causes[0]?.error;
  return first && { code: first.code, message: first.message, causes };
}

function neverSent({ status, startedAt, attempts }: Job): boolean {
  return status === 'queued' && startedAt === undefined && attempts.length === 0;
}
