import type { ProviderName } from '../generation/index.ts';
import { isUnsettled, type Job, type JobError, type JobStatus, type JobWait, mayStillCome } from './job.ts';
import { type MadeBy, withPicture } from './with-picture.ts';

/**
 *              ┌──────────── due ─────────── waiting ◀──┐
 *              ▼                                ▲       │ wait (the user prefers it to failing)
 *   press ▶ queued ── start ──▶ running ── wait ┘       │
 *             │ ▲ ▲                │ ├── fail ──────▶ failed
 *             │ │ └─ putBack ──────┘ ├── interrupt ─▶ interrupted
 *             │ │                    ├── cancel ────▶ cancelled
 *             │ └─ lookAgain, askInstead (failed, interrupted, cancelled)
 *             └─ cancel, interrupt, fail (as from running; a waiting one can be cancelled)
 *                lock: to waiting, until the tokens are unlocked; it is due as it was
 *
 *   picture: from every state to succeeded, when the picture is in the gallery
 *
 * No event leads out of `succeeded`. `putBack` is for a worker that died before anything was sent;
 * `interrupt` also for a failed job whose picture was lost with the worker that kept it in memory.
 */
export type JobEvent =
  | { type: 'start'; at: number }
  | { type: 'putBack' }
  | { type: 'wait'; wait: JobWait; error?: JobError }
  | { type: 'lock'; at: number }
  | { type: 'due' }
  | { type: 'picture'; picture: MadeBy; at: number }
  | { type: 'fail'; error: JobError; at: number }
  | { type: 'cancel'; at: number }
  | { type: 'interrupt'; at: number }
  | { type: 'lookAgain' }
  | { type: 'askInstead'; provider: ProviderName };

const FROM: Record<JobEvent['type'], readonly JobStatus[]> = {
  start: ['queued'],
  putBack: ['queued', 'running'],
  wait: ['running', 'failed'],
  lock: ['queued'],
  due: ['waiting'],
  picture: ['queued', 'running', 'waiting', 'failed', 'cancelled', 'interrupted'],
  fail: ['queued', 'running', 'failed'],
  cancel: ['queued', 'running', 'waiting'],
  interrupt: ['queued', 'running', 'failed'],
  lookAgain: ['failed', 'interrupted', 'cancelled'],
  askInstead: ['failed', 'interrupted', 'cancelled'],
};

/** The job after the event; undefined when the event is not possible in the job's state. */
export function transition(job: Job, event: JobEvent): Job | undefined {
  if (!FROM[event.type].includes(job.status)) return undefined;
  switch (event.type) {
    case 'start':
      return { ...job, status: 'running', startedAt: event.at };
    case 'putBack':
      return { ...without(job, 'startedAt'), status: 'queued' };
    case 'wait':
      return {
        ...without(job, 'endedAt'),
        ...(event.error && { error: event.error }),
        status: 'waiting',
        wait: event.wait,
        waits: (job.waits ?? 0) + 1,
      };
    case 'lock':
      return { ...job, status: 'waiting', wait: { for: 'unlock', toldAt: event.at, waitMs: 0 } };
    case 'due':
      // A job that waited for the tokens had not begun: its fields for the next run (`collects`, `only`) stay.
      return job.wait?.for === 'unlock' ? { ...without(job, 'wait'), status: 'queued' } : queuedAgain(job);
    case 'picture':
      return withPicture(without(job, 'wait', 'collects', 'cancelAsked'), {
        ...event.picture,
        createdAt: event.at,
      });
    case 'fail':
      // A failed job may fail again only when it promised a picture that is lost.
      if (job.status === 'failed' && !isUnsettled(job)) return undefined;
      return {
        ...without(job, 'wait', 'collects', 'cancelAsked'),
        status: 'failed',
        endedAt: endOf(job, event.at),
        error: event.error,
      };
    case 'cancel':
      return {
        ...without(job, 'wait', 'collects', 'cancelAsked', 'error'),
        status: 'cancelled',
        endedAt: event.at,
      };
    case 'interrupt':
      if (job.status === 'failed' && !isUnsettled(job)) return undefined;
      return {
        ...without(job, 'error', 'collects', 'cancelAsked'),
        status: 'interrupted',
        endedAt: endOf(job, event.at),
      };
    case 'lookAgain':
      return mayStillCome(job) ? { ...queuedAgain(job), collects: true } : undefined;
    case 'askInstead':
      return { ...queuedAgain(job), only: event.provider };
  }
}

/** The job after an event that the caller knows to be possible. Throws when the event is not possible, which is a bug. */
export function after(job: Job, event: JobEvent): Job {
  const next = transition(job, event);
  if (!next) throw new Error(`A job that is ${job.status} cannot ${event.type}`);
  return next;
}

function queuedAgain(job: Job): Job {
  return {
    ...without(
      job,
      'wait',
      'error',
      'endedAt',
      'startedAt',
      'collects',
      'cancelAsked',
      'dismissed',
      'unseen',
    ),
    status: 'queued',
  };
}

/** When the job ended. For a job that failed earlier, that earlier time. */
function endOf({ status, endedAt }: Job, now: number): number {
  return status === 'failed' ? (endedAt ?? now) : now;
}

function without(job: Job, ...keys: (keyof Job)[]): Job {
  const rest = { ...job };
  for (const key of keys) delete rest[key];
  return rest;
}
