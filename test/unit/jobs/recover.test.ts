import { describe, expect, test } from 'vitest';
import { isUnsettled, type Job, type JobAttempt, owesPicture } from '../../../src/jobs/index.ts';
import { recover } from '../../../src/jobs/recover.ts';
import { sampleJob, samplePicture } from './sample-job.ts';

const DAY = 24 * 60 * 60_000;
const attempts: JobAttempt[] = [
  { provider: 'huggingface', startedAt: 1, routes: [] },
  { provider: 'puter', startedAt: 2, routes: [] },
];

const picture = samplePicture();
const made = {
  provider: 'huggingface',
  model: 'acme/fox',
  route: 'nscale',
  warnings: [{ code: 'seed-ignored' }],
};

describe('a job found at worker start', () => {
  test('running, without a picture: interrupted, and what was asked stays on record', () => {
    const job = sampleJob({ status: 'running', startedAt: 1_000, attempts: [...attempts] });
    expect(recover(job, undefined, 5_000)).toEqual({ ...job, status: 'interrupted', endedAt: 5_000 });
  });

  test('running, with its picture in the gallery: succeeded, when and by whom the picture says', () => {
    const job = sampleJob({ status: 'running', attempts: [...attempts] });
    expect(recover(job, picture, 5_000)).toEqual({ ...job, ...made, status: 'succeeded', endedAt: 4_000 });
  });

  const unstored = sampleJob({
    status: 'failed',
    endedAt: 3_000,
    attempts: [{ provider: 'puter', startedAt: 1, endedAt: 2, outcome: 'succeeded', routes: [] }],
    error: { code: 'STORAGE_FAILED', message: '', causes: [] },
  });

  test('failed because its picture could not be stored: lost with who held it, so it can be tried again', () => {
    const { error: _, ...rest } = unstored;
    expect(recover(unstored, undefined, 9_000)).toEqual({ ...rest, status: 'interrupted' });
  });

  test('failed because its picture could not be stored, which it was in the end: succeeded', () => {
    const { error: _, ...rest } = unstored;
    expect(recover(unstored, picture, 9_000)).toEqual({ ...rest, ...made, status: 'succeeded' });
  });

  test('running, with a picture made that did not arrive: failed, so that it can be fetched', () => {
    const error = {
      code: 'TIMEOUT' as const,
      message: 'Late',
      shouldFallback: true,
      pictureUrl: 'https://cdn.example/fox',
    };
    const [first, second] = attempts;
    const late = { ...first, outcome: 'failed', error } as JobAttempt;
    const job = sampleJob({ status: 'running', attempts: [late, second as JobAttempt] });
    const recovered = recover(job, undefined, 5_000);
    expect(recovered).toEqual({
      ...job,
      status: 'failed',
      endedAt: 5_000,
      error: { code: 'TIMEOUT', message: 'Late', causes: [{ provider: 'huggingface', error }] },
    });
    expect(owesPicture(recovered)).toBe(true);
    expect(recover(recovered, undefined, 9_000)).toBe(recovered);
  });

  const queued = { route: 'fal-ai', model: 'acme/fox', statusUrl: 'https://queue.example/1' };
  const heard: JobAttempt = { ...(unstored.attempts[0] as JobAttempt), provider: 'huggingface', queued };
  const { outcome: _outcome, endedAt: _endedAt, ...unheard } = heard;

  test('a queue service made its picture, and the worker died before that was in the gallery: asked for again', () => {
    const job = sampleJob({ status: 'running', startedAt: 1_000, attempts: [heard] });
    const { startedAt: _, ...rest } = job;
    const collecting = { status: 'queued', collects: true, attempts: [unheard] };
    expect(recover(job, undefined, 5_000)).toEqual({ ...rest, ...collecting });
    const { error: _error, endedAt: _ended, ...held } = unstored;
    expect(recover({ ...unstored, attempts: [heard] }, undefined, 9_000)).toEqual({ ...held, ...collecting });
  });

  test('asked for again by hand, with another service asked since: still asked for again', () => {
    const [, puter] = attempts;
    const since: JobAttempt = { ...(puter as JobAttempt), outcome: 'failed' };
    const job = sampleJob({ status: 'running', startedAt: 1_000, attempts: [heard, since], collects: true });
    expect(recover(job, undefined, 5_000)).toMatchObject({ status: 'queued', attempts: [unheard, since] });
  });

  // Found by *Look again* after another service had failed: its attempt is not the last one of the record.
  describe('collected from a queue service after another one had failed, and refused by the gallery', () => {
    const [, puter] = attempts;
    const since: JobAttempt = {
      ...(puter as JobAttempt),
      outcome: 'failed',
      startedAt: 3_000,
      endedAt: 3_500,
    };
    const collected: JobAttempt = { ...heard, endedAt: 4_500 };
    const job: Job = { ...unstored, attempts: [collected, since] };

    test('is one that a worker has to look after', () => {
      expect(isUnsettled(job)).toBe(true);
      expect(owesPicture(job)).toBe(true);
    });

    test('is asked for again at the next start', () => {
      expect(recover(job, undefined, 9_000)).toMatchObject({
        status: 'queued',
        collects: true,
        attempts: [unheard, since],
      });
    });

    test('is there after all: succeeded', () => {
      expect(recover(job, picture, 9_000).status).toBe('succeeded');
    });

    test('lies at an address: its picture is owed', () => {
      const at = { ...collected, picture: { url: 'https://cdn.example/fox' } };
      expect(recover({ ...job, attempts: [at, since] }, undefined, 9_000)).toMatchObject({
        status: 'failed',
        error: { code: 'PICTURE_UNREACHABLE' },
      });
    });

    test('failed later for another reason: as it is', () => {
      const later = { ...since, startedAt: 5_000, endedAt: 5_500 };
      expect(isUnsettled({ ...job, attempts: [collected, later] })).toBe(false);
    });
  });

  test('its picture was fetched from an address, and the worker died before it was in the gallery: owed', () => {
    const fetched: JobAttempt = {
      ...unheard,
      outcome: 'succeeded',
      picture: { url: 'https://cdn.example/fox' },
    };
    for (const job of [
      sampleJob({ status: 'running', startedAt: 1_000, attempts: [fetched] }),
      { ...unstored, attempts: [fetched] },
    ]) {
      const recovered = recover(job, undefined, 9_000);
      expect(recovered).toMatchObject({ status: 'failed', error: { code: 'PICTURE_UNREACHABLE' } });
      expect(owesPicture(recovered)).toBe(true);
      expect(recover(recovered, undefined, 9_500)).toBe(recovered);
    }
  });

  test('failed because nothing could be stored, before anything was asked: as it is', () => {
    const job = { ...unstored, attempts: [] };
    expect(recover(job, undefined, 9_000)).toBe(job);
  });

  test.each([
    ['a day old: keeps its place', DAY, 'queued'],
    ['older: interrupted', DAY + 1, 'interrupted'],
    ['pressed a moment before the clock was put right: keeps its place', -5_000, 'queued'],
    ['pressed while the clock was more than a day ahead: interrupted', -DAY - 1, 'interrupted'],
  ])('queued, %s', (_, age, status) => {
    expect(recover(sampleJob({ createdAt: 1_000 }), undefined, 1_000 + age).status).toBe(status);
  });

  test('queued, but with an attempt on record: interrupted, for it may have been paid for', () => {
    expect(recover(sampleJob({ attempts: [...attempts] }), undefined, 1_000).status).toBe('interrupted');
    expect(recover(sampleJob({ startedAt: 900 }), undefined, 1_000).status).toBe('interrupted');
  });

  test('queued, but with a picture: succeeded', () => {
    expect(recover(sampleJob(), picture, 1_000).status).toBe('succeeded');
  });

  test.each(['succeeded', 'failed', 'cancelled', 'interrupted'] as const)('%s: as it is', (status) => {
    const job = sampleJob({ status, endedAt: 2_000 });
    expect(recover(job, picture, 9_000)).toBe(job);
  });
});
