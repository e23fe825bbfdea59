import { type ErrorCode, isProviderName } from '../../../generation/index.ts';
import type { Job, JobAttempt } from '../../../jobs/index.ts';
import type { Sentence } from '../../page/sentence.ts';

/** Failures of the primary that have a sentence of their own: the four of seed 004, and those that DESIGN.md adds. */
const KNOWN_BACKUP: readonly ErrorCode[] = [
  'RATE_LIMIT',
  'SERVER_ERROR',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'PAYMENT_REQUIRED',
  'MODEL_UNAVAILABLE',
  'NETWORK_ERROR',
  'NOT_CONNECTED',
];

/** The sentence on a job's progress. A failure is shown by the stage's notes. */
export function progressSentence(job: Job): Sentence | undefined {
  if (job.status === 'queued') return { key: 'progress_queued' };
  if (job.status === 'waiting') return { key: `progress_waiting_${job.wait?.for ?? 'retry'}` };
  if (job.status === 'running') return whileRunning(job.attempts);
  if (job.status === 'cancelled') return { key: 'progress_cancelled' };
  return undefined;
}

function whileRunning(attempts: readonly JobAttempt[]): Sentence {
  const last = attempts.at(-1);
  if (!last) return { key: 'progress_preparing' };
  if (last.outcome === 'succeeded') return { key: 'progress_storing' };
  const before = attempts.at(-2);
  if (before?.outcome === 'failed' && before.provider !== last.provider)
    return { key: backupKey(before.error?.code) };
  return { key: isProviderName(last.provider) ? `progress_asking_${last.provider}` : 'progress_preparing' };
}

function backupKey(code: ErrorCode | undefined): string {
  return code && KNOWN_BACKUP.includes(code) ? `progress_backup_${code}` : 'progress_backup';
}
