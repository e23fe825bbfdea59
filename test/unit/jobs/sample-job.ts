import type { Picture } from '../../../src/gallery/index.ts';
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

export function samplePicture(change: Partial<Picture> = {}): Picture {
  return {
    id: 'one',
    request: { prompt: 'a red fox', style: 'none' },
    provider: 'huggingface',
    model: 'acme/fox',
    route: 'nscale',
    warnings: [{ code: 'seed-ignored' }],
    type: 'image/png',
    byteLength: 70,
    createdAt: 4_000,
    elapsedMs: 1_000,
    ...change,
  };
}
