import type { ErrorCode } from '../generation/index.ts';
import type { Job, JobAttempt, JobError, JobWait } from './job.ts';

/** The longest wait in milliseconds, whatever a service names. */
export const LONGEST_WAIT_MS = 60 * 60_000;
/** How many times a job may wait. After that it fails, since the service is probably not just busy. */
const MOST_WAITS = 10;

/**
 * Milliseconds. A job that is older than this and has sent no request is not started by itself: it would surprise the user, and
 * cost.
 */
const STILL_WANTED_MS = 24 * 60 * 60_000;

/**
 * Whether a job was created so long ago that it must not start by itself any more. Also true for a job whose time is as far in the
 * future: the clock was wrong then, and its real time is unknown.
 */
export function isTooOld(
  { createdAt, askedAt = createdAt }: Pick<Job, 'createdAt' | 'askedAt'>,
  now: number,
): boolean {
  return Math.abs(now - askedAt) > STILL_WANTED_MS;
}

/** Failures that prove that no picture was made and nothing was charged, so that an automatic retry cannot pay twice. */
const NEVER_PAID: readonly ErrorCode[] = [
  'RATE_LIMIT',
  'SERVICE_UNAVAILABLE',
  'UNAUTHORIZED',
  'PAYMENT_REQUIRED',
  'FORBIDDEN',
  'MODEL_UNAVAILABLE',
  'NOT_CONNECTED',
  'OFFLINE',
];

/** Whether an attempt may have been charged. False only when its record proves that it was not. */
export function mayHavePaid({ outcome, error, announces, routes }: JobAttempt): boolean {
  if (outcome === undefined) return !announces || routes.length > 0;
  return outcome !== 'failed' || error === undefined || !NEVER_PAID.includes(error.code);
}

/** What a job with this failure could wait for; undefined when waiting cannot help, or when a retry could pay twice. */
export function waitFor(job: Pick<Job, 'waits'>, error: JobError, now: number): JobWait | undefined {
  const codes = error.causes.map((cause) => cause.error.code);
  if ((job.waits ?? 0) >= MOST_WAITS || codes.length === 0) return undefined;
  if (!codes.every((code) => NEVER_PAID.includes(code))) return undefined;
  if (codes.includes('OFFLINE')) return { for: 'network', toldAt: now, waitMs: 0 };
  if (error.retryAt === undefined) return undefined;
  const waitMs = Math.min(Math.max(0, error.retryAt - now), LONGEST_WAIT_MS);
  return { for: 'retry', toldAt: now, waitMs };
}

/**
 * Milliseconds left of a wait that a service named at `toldAt` (epoch milliseconds): never more than it named. 0 when the
 * clock was set back before `toldAt`, since the time that has passed is then unknown.
 */
export function remainingMs({ toldAt, waitMs }: Pick<JobWait, 'toldAt' | 'waitMs'>, now: number): number {
  if (now < toldAt) return 0;
  return Math.max(0, Math.min(waitMs, LONGEST_WAIT_MS) - (now - toldAt));
}

/** Milliseconds until retrying a failed job makes sense; 0 for now, or when unknown. */
export function remainingWaitMs({ error, endedAt }: Pick<Job, 'error' | 'endedAt'>, now: number): number {
  const { retryAt, retryAfterMs = LONGEST_WAIT_MS } = error ?? {};
  if (retryAt === undefined) return 0;
  const waitMs = Math.min(retryAfterMs, LONGEST_WAIT_MS);
  if (endedAt !== undefined && now < endedAt) return 0;
  return Math.min(Math.max(0, retryAt - now), waitMs);
}
