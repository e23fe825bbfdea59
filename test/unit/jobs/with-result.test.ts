import { expect, test, vi } from 'vitest';
import { ownFailure, withResult } from '../../../src/jobs/with-result.ts';
import { sampleJob } from './sample-job.ts';

const running = sampleJob({ status: 'running', startedAt: 2_000 });

test('success says who made it, with what, and what was ignored, but holds no picture', () => {
  const warnings = [{ code: 'seed-ignored' as const }];
  const made = { provider: 'huggingface', model: 'acme/fox', route: 'nscale', warnings } as const;
  const job = withResult(
    running,
    { success: true, image: 'data:…', fallbackAttempted: false, ...made },
    9_000,
  );
  expect(job).toEqual({ ...running, ...made, status: 'succeeded', endedAt: 9_000 });
});

test('the data URL of the picture is not made for the record', () => {
  const image = vi.fn(() => 'data:…');
  const result = Object.defineProperty({ success: true }, 'image', { get: image, enumerable: true });
  expect(withResult(running, result, 9_000).status).toBe('succeeded');
  expect(image).not.toHaveBeenCalled();
});

test('a known wait becomes the moment from which trying again makes sense', () => {
  const error = { code: 'DUAL_PROVIDER_FAILURE', message: 'Both', retryAfter: 42, causes: [] };
  expect(withResult(running, { success: false, error }, 10_000)).toEqual({
    ...running,
    status: 'failed',
    endedAt: 10_000,
    error: {
      code: 'DUAL_PROVIDER_FAILURE',
      message: 'Both',
      causes: [],
      retryAt: 52_000,
      retryAfterMs: 42_000,
    },
  });
});

test('each wait is counted from when its service named it', () => {
  const limited = (retryAfter: number) => ({
    code: 'RATE_LIMIT' as const,
    message: 'Busy',
    shouldFallback: true,
    retryAfter,
  });
  const attempts = [
    { provider: 'huggingface' as const, startedAt: 2_000, endedAt: 3_000, routes: [] },
    { provider: 'puter' as const, startedAt: 3_000, endedAt: 60_000, routes: [] },
  ];
  const retryAt = (huggingface: number, puter: number) =>
    withResult(
      { ...running, attempts },
      {
        success: false,
        error: {
          code: 'DUAL_PROVIDER_FAILURE',
          message: 'Both',
          retryAfter: Math.min(huggingface, puter),
          causes: [
            { provider: 'huggingface', error: limited(huggingface) },
            { provider: 'puter', error: limited(puter) },
          ],
        },
      },
      60_000,
    ).error?.retryAt;
  expect(retryAt(70, 90)).toBe(73_000);
  expect(retryAt(70, 5)).toBe(65_000);
  expect(retryAt(70, 20)).toBe(73_000);
});

test('an unknown wait stays unknown', () => {
  const job = withResult(running, { success: false, error: { code: 'TIMEOUT', message: 'Late' } }, 1);
  expect(job.error).toEqual({ code: 'TIMEOUT', message: 'Late', causes: [] });
});

test('a cancelled job shows no failure', () => {
  const job = withResult(running, { success: false, error: { code: 'CANCELLED', message: 'Cancelled' } }, 3);
  expect(job).toEqual({ ...running, status: 'cancelled', endedAt: 3 });
});

test('a failure nobody explained is still one', () => {
  expect(withResult(running, { success: false }, 3)).toMatchObject({
    status: 'failed',
    error: { code: 'UNKNOWN' },
  });
});

test.each(['NOT_CONNECTED', 'STORAGE_FAILED'] as const)('%s is a failure without a cause', (code) => {
  expect(ownFailure(code)).toMatchObject({ code, causes: [] });
});
