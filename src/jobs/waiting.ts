import type { ErrorCode } from '../generation/index.ts';
import type { Job, JobAttempt, JobError, JobWait } from './job.ts';

/** No wait is longer, whatever a service names. */
export const LONGEST_WAIT_MS = 60 * 60_000;
/** A job that was told to wait this often is given up: its service is not busy but gone. */
const MOST_WAITS = 10;

/** Failures that prove that no picture was made and nothing was charged: asking again by itself pays nothing twice. */
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

/** Whether an attempt may have been charged for: false only where its record proves the contrary. */
export function mayHavePaid({ outcome, error, announces, routes }: JobAttempt): boolean {
  if (outcome === undefined) return !announces || routes.length > 0;
  return outcome !== 'failed' || error === undefined || !NEVER_PAID.includes(error.code);
}

/** What a job that failed like this could wait for; undefined when waiting cannot help, or could pay twice. */
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
 * Milliseconds left of a wait that was told at `toldAt`: never more than what was told, and none when the clock was set
 * back behind that moment, since nobody can say how long ago it was.
 */
export function remainingMs({ toldAt, waitMs }: Pick<JobWait, 'toldAt' | 'waitMs'>, now: number): number {
  if (now < toldAt) return 0;
  return Math.max(0, Math.min(waitMs, LONGEST_WAIT_MS) - (now - toldAt));
}

/** Milliseconds until trying a failed job again makes sense; 0 when it does now, or when nobody knows. */
export function remainingWaitMs({ error, endedAt }: Pick<Job, 'error' | 'endedAt'>, now: number): number {
  const { retryAt, retryAfterMs = LONGEST_WAIT_MS } = error ?? {};
  if (retryAt === undefined) return 0;
  const waitMs = Math.min(retryAfterMs, LONGEST_WAIT_MS);
  if (endedAt !== undefined && now < endedAt) return 0;
  return Math.min(Math.max(0, retryAt - now), waitMs);
}
