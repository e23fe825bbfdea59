import type { GenerationError, GenerationResult } from '../generation/index.ts';
import type { Job, JobError } from './job.ts';

/** The job as it ended. */
export function withResult(job: Job, result: GenerationResult, now: number): Job {
  const { success, provider, model, route, warnings, error } = result;
  if (success) {
    return {
      ...job,
      status: 'succeeded',
      endedAt: now,
      ...(provider && { provider }),
      ...(model !== undefined && { model }),
      ...(route !== undefined && { route }),
      ...(warnings && { warnings }),
    };
  }
  if (error?.code === 'CANCELLED') return { ...job, status: 'cancelled', endedAt: now };
  const failure: JobError = {
    code: error?.code ?? 'UNKNOWN',
    message: error?.message ?? 'Unexpected error',
    causes: error?.causes ?? [],
    ...(error?.retryAfter !== undefined && { retryAt: retryAt(job, error, error.retryAfter, now) }),
  };
  return { ...job, status: 'failed', endedAt: now, error: failure };
}

/** When the first service that named a wait can be asked again. It is counted from when that service named it. */
function retryAt({ attempts }: Job, { causes = [] }: GenerationError, shortest: number, now: number): number {
  const moments = causes.flatMap(({ provider, error }) => {
    const answeredAt = attempts.findLast((attempt) => attempt.provider === provider)?.endedAt ?? now;
    return error.retryAfter === undefined ? [] : [answeredAt + error.retryAfter * 1000];
  });
  return Math.min(...moments, now + shortest * 1000);
}

/** The job, failed for a reason of our own. */
export function failedJob(job: Job, code: 'NOT_CONNECTED' | 'STORAGE_FAILED', now: number): Job {
  const messages = {
    NOT_CONNECTED: 'No image service is connected',
    STORAGE_FAILED: 'The browser could not store it',
  };
  return { ...job, status: 'failed', endedAt: now, error: { code, message: messages[code], causes: [] } };
}
