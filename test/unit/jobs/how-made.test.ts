import { expect, test } from 'vitest';
import { howMade } from '../../../src/jobs/how-made.ts';
import { sampleJob } from './sample-job.ts';

test('the prompt as it was sent, the services that were asked with their failures, and the press', () => {
  const job = sampleJob({
    group: 'press',
    request: { prompt: ' a fox ', style: 'line-art', negativePrompt: 'snow' },
    attempts: [
      {
        provider: 'huggingface',
        startedAt: 1_000,
        endedAt: 4_000,
        outcome: 'failed',
        error: { code: 'RATE_LIMIT', message: '', shouldFallback: true, status: 429, detail: 'Slow down' },
        routes: [
          { route: 'nscale', startedAt: 1_000, endedAt: 2_000, status: 404, code: 'MODEL_UNAVAILABLE' },
          // It ended with the attempt.
          { route: 'fal-ai', startedAt: 2_000 },
        ],
      },
      { provider: 'puter', startedAt: 4_000, endedAt: 9_000, outcome: 'succeeded', routes: [] },
    ],
  });
  expect(howMade(job)).toEqual({
    group: 'press',
    sent: { prompt: 'a fox, line art, black ink on white, no shading', negativePrompt: 'snow' },
    attempts: [
      { provider: 'huggingface', route: 'nscale', code: 'MODEL_UNAVAILABLE', status: 404, elapsedMs: 1_000 },
      {
        provider: 'huggingface',
        route: 'fal-ai',
        code: 'RATE_LIMIT',
        status: 429,
        detail: 'Slow down',
        elapsedMs: 2_000,
      },
      { provider: 'puter', elapsedMs: 5_000 },
    ],
  });
});

test('nothing where there is nothing to tell', () => {
  expect(howMade(sampleJob())).toEqual({});
});

test('in a style of the user’s own: what was typed stays in the request, and what was sent is beside it', () => {
  const ownStyle = { id: 'own', name: 'Noir', template: '{prompt}, noir', negativePrompt: 'colour' };
  const request = { prompt: 'a fox', style: 'none' as const, ownStyle };
  expect(howMade(sampleJob({ request }))).toEqual({
    sent: { prompt: 'a fox, noir', negativePrompt: 'colour' },
  });
  const leavesOut = { ...ownStyle, template: '{prompt}' };
  expect(howMade(sampleJob({ request: { ...request, ownStyle: leavesOut } }))).toEqual({
    sent: { prompt: 'a fox', negativePrompt: 'colour' },
  });
});
