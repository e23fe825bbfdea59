import { describe, expect, test } from 'vitest';
import { createAttemptLog } from '../../../src/jobs/attempt-log.ts';
import type { Job } from '../../../src/jobs/index.ts';
import { sampleJob } from './sample-job.ts';

function log() {
  const stored: Job[] = [];
  let now = 0;
  const save = async (job: Job) => void stored.push(structuredClone(job));
  const job = sampleJob();
  return { job, stored, log: createAttemptLog(job, save, { now: () => ++now }) };
}

const broken = createAttemptLog(sampleJob(), () => Promise.reject(new Error('Disk full')), { now: () => 1 });
const busy = { code: 'RATE_LIMIT', message: 'Busy', shouldFallback: true } as const;

test('writes who was asked before each request, and what they answered with the next', async () => {
  const { stored, log: written } = log();
  await written.started('huggingface');
  await written.asking('nscale');
  written.answered('nscale', { status: 404, code: 'MODEL_UNAVAILABLE' });
  await written.asking('fal-ai');
  written.answered('fal-ai', { status: 429, code: 'RATE_LIMIT' });
  await written.ended('huggingface', { success: false, error: busy });
  await written.started('puter');
  await written.ended('puter', { success: true, image: 'data:' });

  const asked = (job: Job) =>
    job.attempts.map(({ provider, outcome, routes }) => [
      provider,
      outcome,
      ...routes.map(({ status }) => status),
    ]);
  expect(stored.map(asked)).toEqual([
    [['huggingface', undefined]],
    [['huggingface', undefined, undefined]],
    [['huggingface', undefined, 404, undefined]],
    [
      ['huggingface', 'failed', 404, 429],
      ['puter', undefined],
    ],
    [
      ['huggingface', 'failed', 404, 429],
      ['puter', 'succeeded'],
    ],
  ]);
  expect(stored.at(-1)?.attempts).toEqual([
    {
      provider: 'huggingface',
      startedAt: 1,
      endedAt: 6,
      outcome: 'failed',
      error: busy,
      routes: [
        { route: 'nscale', startedAt: 2, endedAt: 3, status: 404, code: 'MODEL_UNAVAILABLE' },
        { route: 'fal-ai', startedAt: 4, endedAt: 5, status: 429, code: 'RATE_LIMIT' },
      ],
    },
    { provider: 'puter', startedAt: 7, endedAt: 8, outcome: 'succeeded', routes: [] },
  ]);
});

test('the picture itself is no part of the record', async () => {
  const { stored, log: written } = log();
  await written.started('huggingface');
  await written.ended('huggingface', { success: true, image: 'data:image/png;base64,AAAA' });
  expect(JSON.stringify(stored)).not.toContain('base64');
});

test('where a picture lies that did not arrive is written at once', async () => {
  const { stored, log: written } = log();
  await written.started('puter');
  const error = { ...busy, code: 'PICTURE_UNREACHABLE' as const, pictureUrl: 'https://cdn.example/fox' };
  await written.ended('puter', { success: false, error });
  expect(stored.at(-1)?.attempts[0]?.error?.pictureUrl).toBe('https://cdn.example/fox');
});

test('a cancelled attempt carries no error to show', async () => {
  const { job, log: written } = log();
  await written.started('puter');
  await written.ended('puter', {
    success: false,
    error: { code: 'CANCELLED', message: 'Cancelled', shouldFallback: false },
  });
  expect(job.attempts[0]).toMatchObject({ outcome: 'cancelled' });
  expect(job.attempts[0]).not.toHaveProperty('error');
});

test('the same route asked twice: the answer belongs to the later one', async () => {
  const { job, log: written } = log();
  await written.started('huggingface');
  await written.asking('nscale');
  await written.asking('nscale');
  written.answered('nscale', { status: 503 });
  expect(job.attempts[0]?.routes.map(({ status }) => status)).toEqual([undefined, 503]);
});

describe('when the record cannot be stored', () => {
  test('what comes before a request rejects, so that nothing is sent', async () => {
    await expect(broken.started('huggingface')).rejects.toThrow('Disk full');
    await expect(broken.asking('nscale')).rejects.toThrow('Disk full');
  });

  test('what comes after one does not, so that a picture is not lost', async () => {
    await expect(broken.ended('huggingface', { success: true })).resolves.toBeUndefined();
  });
});
