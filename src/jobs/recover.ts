import type { Picture } from '../gallery/index.ts';
import {
  isUnsettled,
  type Job,
  type JobAttempt,
  type JobError,
  paidPictures,
  unheardAttempt,
} from './job.ts';
import { after, transition } from './transition.ts';
import { mayHavePaid } from './waiting.ts';

/** A job that waited longer than this for its first request is asked about: running it now would surprise, and cost. */
const STILL_WANTED_MS = 24 * 60 * 60_000;

/**
 * What becomes of a job that nobody works on any more.
 *
 * - Its picture is in the gallery: succeeded, only the record was late.
 * - Its cancellation was confirmed: cancelled.
 * - It waits: it goes on waiting.
 * - A picture lies at an address: failed, and its picture is owed. Fetching it costs nothing.
 * - A queue service took it on, and how it ended was not heard or went with the worker that heard it: back into the queue,
 *   to ask that service, which costs nothing.
 * - The record proves that no paid request went out: back into the queue, in its old place.
 * - Otherwise whether its request was charged is unknown: interrupted, and the user is asked.
 * - A failed one whose picture was held to be stored: the picture went with the worker, so as a running one, or interrupted.
 */
export function recover(found: Job, picture: Picture | undefined, now: number): Job {
  if (!isUnsettled(found)) return found;
  if (picture) return after(found, { type: 'picture', picture, at: picture.createdAt });
  const job = withoutLostAnswer(found);
  if (job.cancelAsked) return after(job, { type: 'cancel', at: now });
  if (job.status === 'waiting') return job;
  const error = pictureElsewhere(job);
  if (error) return after(found, { type: 'fail', error, at: now });
  const put = transition(job, { type: 'putBack' });
  if (job.status === 'failed' && job !== found) return after(job, { type: 'lookAgain' });
  if (put && (job.collects || job.status === 'running') && unheardAttempt(job))
    return { ...put, collects: true };
  if (put && neverSent(job)) {
    const tooOld = now - job.createdAt > STILL_WANTED_MS;
    if (!tooOld) return job.status === 'queued' ? job : { ...put, attempts: sentAttempts(job) };
  }
  return after(job, { type: 'interrupt', at: now });
}

/**
 * The failure of a job that goes no further, when a picture of it was made and did not arrive: it still lies where its
 * service put it, and fetching it costs nothing. Undefined when there is none.
 */
export function pictureElsewhere(job: Job): JobError | undefined {
  if (job.attempts.at(-1)?.outcome === 'succeeded') return undefined;
  const told = job.attempts.find(({ error }) => error?.pictureUrl !== undefined)?.error;
  const causes = paidPictures(job).map(({ provider, url, ...made }) => ({
    provider,
    error: {
      code: 'PICTURE_UNREACHABLE' as const,
      message: 'The picture was made, but did not arrive',
      shouldFallback: false,
      ...job.attempts.find(({ error }) => error?.pictureUrl === url)?.error,
      pictureUrl: url,
      ...(Object.keys(made).length > 0 && { made }),
    },
  }));
  const first = told ?? causes[0]?.error;
  return first && { code: first.code, message: first.message, causes };
}

/**
 * A picture that was made and is not in the gallery went with its worker. Where it can be had again, from a queue service or
 * at an address, it is as if nobody had heard of it.
 */
function withoutLostAnswer(job: Job): Job {
  const lost = job.attempts.findLast(({ queued, picture }) => queued !== undefined || picture !== undefined);
  if (lost?.outcome !== 'succeeded' || (lost !== job.attempts.at(-1) && !job.collects)) return job;
  const { outcome: _outcome, endedAt: _endedAt, ...unheard } = lost;
  return { ...job, attempts: job.attempts.map((attempt) => (attempt === lost ? unheard : attempt)) };
}

/**
 * Whether the record proves that its run sent no request that may have been charged. A record that was marked as running
 * holds each attempt before its first request, and each paid request of an attempt that announces them.
 */
function neverSent(job: Job): boolean {
  if (job.attempts.some(mayHavePaid)) return false;
  return job.status === 'queued'
    ? job.startedAt === undefined
    : job.startedAt !== undefined && job.order !== undefined;
}

/** An attempt that had begun and sent nothing is begun anew. */
function sentAttempts({ attempts }: Job): JobAttempt[] {
  return attempts.filter(({ outcome }) => outcome !== undefined);
}
