import type { Job } from '../../../src/jobs/index.ts';

/** One red pixel. */
export const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';

export function sampleJob(change: Partial<Job> = {}): Job {
  return {
    id: 'one',
    request: { prompt: 'a red fox', style: 'none' },
    origin: 'popup',
    status: 'queued',
    createdAt: 1_000,
    attempts: [],
    ...change,
  };
}
