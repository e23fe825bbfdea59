import { describe, expect, test } from 'vitest';
import type { JobAttempt } from '../../../src/jobs/index.ts';
import { recover } from '../../../src/jobs/recover.ts';
import { sampleJob } from './sample-job.ts';

const MINUTE = 60_000;
const attempts: JobAttempt[] = [
  { provider: 'huggingface', startedAt: 1, routes: [] },
  { provider: 'puter', startedAt: 2, routes: [] },
];

describe('a job found at worker start', () => {
  test('running, without a picture: interrupted, and what was asked stays on record', () => {
    const job = sampleJob({ status: 'running', startedAt: 1_000, attempts: [...attempts] });
    expect(recover(job, false, 5_000)).toEqual({ ...job, status: 'interrupted', endedAt: 5_000 });
  });

  test('running, with its picture in the gallery: succeeded, by who was asked last', () => {
    const job = sampleJob({ status: 'running', attempts: [...attempts] });
    expect(recover(job, true, 5_000)).toMatchObject({
      status: 'succeeded',
      provider: 'puter',
      endedAt: 5_000,
    });
  });

  test.each([
    ['ten minutes old: keeps its place', 10 * MINUTE, 'queued'],
    ['older: interrupted', 10 * MINUTE + 1, 'interrupted'],
  ])('queued, %s', (_, age, status) => {
    expect(recover(sampleJob({ createdAt: 1_000 }), false, 1_000 + age).status).toBe(status);
  });

  test('queued, but with an attempt on record: interrupted, for it may have been paid for', () => {
    expect(recover(sampleJob({ attempts: [...attempts] }), false, 1_000).status).toBe('interrupted');
    expect(recover(sampleJob({ startedAt: 900 }), false, 1_000).status).toBe('interrupted');
  });

  test('queued, but with a picture: succeeded', () => {
    expect(recover(sampleJob(), true, 1_000).status).toBe('succeeded');
  });

  test.each(['succeeded', 'failed', 'cancelled', 'interrupted'] as const)('%s: as it is', (status) => {
    const job = sampleJob({ status, endedAt: 2_000 });
    expect(recover(job, true, 9_000)).toBe(job);
  });
});
