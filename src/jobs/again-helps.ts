import type { ErrorCode, ProviderError } from '../generation/index.ts';
import { isActive, type Job, owesPicture } from './job.ts';

/** Where the same request again cannot help. */
const POINTLESS: readonly ErrorCode[] = ['VALIDATION_ERROR', 'CONTENT_REFUSED', 'MODEL_ELSEWHERE'];

/** Not where it would be refused again, and not where it would pay a second time for a picture that exists. */
export function againHelps(error: ProviderError): boolean {
  return !POINTLESS.includes(error.code) && error.pictureUrl === undefined;
}

/** Whether an ended job may simply be tried once more. */
export function mayTryAgain(job: Job): boolean {
  if (isActive(job) || job.status === 'succeeded' || owesPicture(job)) return false;
  return job.error?.causes.every(({ error }) => againHelps(error)) ?? true;
}
