import { describe, expect, test } from 'vitest';
import { trailOf } from '../../../../../src/ui/stage/progress/trail.ts';
import { aFailedAttempt, aJob, anError } from '../../popup/job.ts';

describe('who was asked', () => {
  test('a route that failed, then a service that made the picture', () => {
    const job = aJob({
      status: 'succeeded',
      attempts: [
        {
          ...aFailedAttempt('huggingface', 'SERVICE_UNAVAILABLE'),
          routes: [
            { route: 'nscale', startedAt: 2_000, endedAt: 3_200, status: 503, code: 'SERVICE_UNAVAILABLE' },
          ],
        },
        { provider: 'puter', startedAt: 3_200, endedAt: 6_600, outcome: 'succeeded', routes: [] },
      ],
    });
    expect(trailOf(job)).toEqual([
      {
        provider: 'huggingface',
        route: 'nscale',
        answer: 'failed',
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
        elapsedMs: 1_200,
      },
      { provider: 'puter', answer: 'picture', elapsedMs: 3_400 },
    ]);
  });

  test('a route that answered with the picture did not fail, whatever its status; nor one still being read', () => {
    const routes = [{ route: 'nscale', startedAt: 2_000, endedAt: 2_900, status: 200 }];
    const attempt = { provider: 'huggingface' as const, startedAt: 2_000, routes };
    const made = aJob({
      status: 'succeeded',
      attempts: [{ ...attempt, outcome: 'succeeded', endedAt: 3_000 }],
    });
    const [step] = trailOf(made);
    expect(step).toEqual({ provider: 'huggingface', route: 'nscale', answer: 'picture', elapsedMs: 900 });
    expect(trailOf(aJob({ attempts: [attempt] }))[0]?.answer).toBe('asking');
  });

  test('a dead route stays failed when the next one is asked', () => {
    const routes = [
      { route: 'nscale', startedAt: 2_000, endedAt: 2_100, status: 404, code: 'MODEL_UNAVAILABLE' as const },
      { route: 'together', startedAt: 2_100 },
    ];
    const steps = trailOf(aJob({ attempts: [{ provider: 'huggingface', startedAt: 2_000, routes }] }));
    expect(steps.map(({ answer }) => answer)).toEqual(['failed', 'asking']);
  });

  test('the last route has the answer of the attempt when it has none of its own', () => {
    const attempt = {
      ...aFailedAttempt('huggingface', 'TIMEOUT'),
      error: anError('TIMEOUT', { status: 504 }),
      routes: [{ route: 'nscale', startedAt: 2_000 }],
    };
    expect(trailOf(aJob({ status: 'failed', attempts: [attempt] }))).toEqual([
      {
        provider: 'huggingface',
        route: 'nscale',
        answer: 'failed',
        status: 504,
        code: 'TIMEOUT',
        elapsedMs: 1_200,
      },
    ]);
  });

  test('no step of an ended job is shown as still running', () => {
    const attempts = [{ provider: 'huggingface' as const, startedAt: 2_000, routes: [] }];
    expect(trailOf(aJob({ attempts }))[0]?.answer).toBe('asking');
    expect(trailOf(aJob({ status: 'interrupted', attempts }))[0]?.answer).toBe('stopped');
  });
});
