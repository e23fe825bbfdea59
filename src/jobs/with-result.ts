import type { GenerationError, GenerationResult } from '../generation/index.ts';
import { defined } from '../storage/defined.ts';
import type { Job, JobError } from './job.ts';
import { after } from './transition.ts';

/** The running job with its result. For a success, call it only once the picture is in the gallery. */
export function withResult(job: Job, result: GenerationResult, now: number): Job {
  // The fields are read one by one, since copying the result would make its picture's data URL, which is not needed here.
  const { success, provider = 'huggingface', model, route, warnings, error } = result;
  if (success) {
    const made = defined({ model, route, warnings });
    return after(job, { type: 'picture', picture: { provider, ...made }, at: now });
  }
  if (error?.code === 'CANCELLED') return after(job, { type: 'cancel', at: now });
  return after(job, { type: 'fail', error: failureOf(job, error, now), at: now });
}

/** The failure to store, with the time from which a retry makes sense. */
export function failureOf(job: Job, error: GenerationError | undefined, now: number): JobError {
  const { code = 'UNKNOWN', message = 'Unexpected error', causes = [], retryAfter } = error ?? {};
  if (!error || retryAfter === undefined) return { code, message, causes };
  const at = retryAt(job, error, retryAfter, now);
  return { code, message, causes, retryAt: at, retryAfterMs: Math.max(0, at - now) };
}

/**
 * The earliest time, in epoch milliseconds, at which one of the services that named a wait can be asked again. A wait counts from
 * the service's answer.
 */
function retryAt({ attempts }: Job, { causes = [] }: GenerationError, shortest: number, now: number): number {
  const moments = causes.flatMap(({ provider, error }) => {
    const answeredAt = attempts.findLast((attempt) => attempt.provider === provider)?.endedAt ?? now;
    return error.retryAfter === undefined ? [] : [answeredAt + error.retryAfter * 1000];
  });
  return Math.min(...moments, now + shortest * 1000);
}

/** A failure for a reason of our own. */
export function ownFailure(code: 'NOT_CONNECTED' | 'STORAGE_FAILED'): JobError {
  const messages = {
    NOT_CONNECTED: 'No image service is connected',
    STORAGE_FAILED: 'The browser could not store it',
  };
  return { code, message: messages[code], causes: [] };
}
