import type { Picture } from '../gallery/index.ts';
import {
  isUnsettled,
  type Job,
  type JobAttempt,
  type JobError,
  lastAnswered,
  paidPictures,
  unheardAttempt,
} from './job.ts';
import { after, transition } from './transition.ts';
import { isTooOld, mayHavePaid } from './waiting.ts';

/**
 * The state of a job that an earlier worker left unfinished. `picture` is the gallery's picture of the job, `now` is epoch
 * milliseconds. The first of these cases that fits counts:
 *
 * - Its picture is in the gallery: succeeded.
 * - Its cancellation was confirmed: cancelled.
 * - It is waiting: it keeps waiting.
 * - A picture can be fetched from an address: failed, and the picture is owed. Fetching it costs nothing.
 * - A queue service accepted it, and the result is unknown or was lost with the worker: back into the queue, to ask that
 *   service, which costs nothing.
 * - The record proves that no paid request went out: back into the queue, in its old place.
 * - Otherwise it is unknown whether its request was charged: interrupted, and the user decides.
 *
 * A job that failed because its picture could not be stored is treated in the same way, since that picture was lost with the worker.
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
    if (!isTooOld(job, now)) return job.status === 'queued' ? job : { ...put, attempts: sentAttempts(job) };
  }
  return after(job, { type: 'interrupt', at: now });
}

/**
 * The failure of a job whose picture was made but did not arrive: the picture can still be fetched from the service's address,
 * which costs nothing. Undefined when there is no such picture.
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
 * The job without the outcome `succeeded` of an attempt whose picture was lost with the worker, if the picture can be fetched
 * again from a queue service or an address. Otherwise the job itself.
 */
function withoutLostAnswer(job: Job): Job {
  const lost = job.attempts.findLast(({ queued, picture }) => queued !== undefined || picture !== undefined);
  if (lost?.outcome !== 'succeeded' || (lost !== lastAnswered(job.attempts) && !job.collects)) return job;
  const { outcome: _outcome, endedAt: _endedAt, ...unheard } = lost;
  return { ...job, attempts: job.attempts.map((attempt) => (attempt === lost ? unheard : attempt)) };
}

/**
 * Whether the record proves that its run sent no request that may have been charged. The record of a running job gets each
 * attempt before its first request, and each paid request of an attempt with `announces` before it is sent.
 */
function neverSent(job: Job): boolean {
  if (job.attempts.some(mayHavePaid)) return false;
  return job.status === 'queued'
    ? job.startedAt === undefined
    : job.startedAt !== undefined && job.order !== undefined;
}

/** The attempts that have ended. An attempt that had begun without sending anything is dropped, since it is made again. */
function sentAttempts({ attempts }: Job): JobAttempt[] {
  return attempts.filter(({ outcome }) => outcome !== undefined);
}
