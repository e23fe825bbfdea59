import type { ErrorCode, ProviderError, ProviderName } from '../../../../src/generation/index.ts';
import type { Job, JobAttempt } from '../../../../src/jobs/index.ts';

/** A job for the tests, running unless told otherwise. */
export function aJob(over: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    request: { prompt: 'a red fox in the snow', style: 'none' },
    origin: 'popup',
    status: 'running',
    createdAt: 1_000,
    startedAt: 2_000,
    attempts: [],
    ...over,
  };
}

export function anError(code: ErrorCode, over: Partial<ProviderError> = {}): ProviderError {
  return { code, message: code, shouldFallback: false, ...over };
}

export function aFailedAttempt(provider: ProviderName, code: ErrorCode): JobAttempt {
  return { provider, startedAt: 2_000, endedAt: 3_200, outcome: 'failed', error: anError(code), routes: [] };
}
