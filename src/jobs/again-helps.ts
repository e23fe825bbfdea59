import type { ErrorCode, ProviderError } from '../generation/index.ts';
import { isActive, type Job, owesPicture } from './job.ts';

/** Failures after which sending the same request again cannot help. */
const POINTLESS: readonly ErrorCode[] = ['VALIDATION_ERROR', 'CONTENT_REFUSED', 'MODEL_ELSEWHERE'];

/** Whether the same request may be sent again: not if it would be refused again, or would pay twice for a picture that exists. */
export function againHelps(error: ProviderError): boolean {
  return !POINTLESS.includes(error.code) && error.pictureUrl === undefined;
}

/** Whether an ended job may be retried with the same request. */
export function mayTryAgain(job: Job): boolean {
  if (isActive(job) || job.status === 'succeeded' || owesPicture(job)) return false;
  return job.error?.causes.every(({ error }) => againHelps(error)) ?? true;
}
