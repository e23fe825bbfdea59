import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/generation/index.ts';
import type { JobError } from '../../../src/jobs/index.ts';
import { mayHavePaid, remainingMs, remainingWaitMs, waitFor } from '../../../src/jobs/waiting.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

const failure = (codes: ErrorCode[], more: Partial<JobError> = {}): JobError => ({
  code: codes[0] ?? 'UNKNOWN',
  message: '',
  causes: codes.map((code) => ({
    provider: 'huggingface',
    error: { code, message: '', shouldFallback: true },
  })),
  ...more,
});

describe('what a job can wait for', () => {
  test('the moment that a service named, counted from now', () => {
    expect(waitFor({}, failure(['RATE_LIMIT'], { retryAt: 45_000 }), 5_000)).toEqual({
      for: 'retry',
      toldAt: 5_000,
      waitMs: 40_000,
    });
  });

  test('the network', () => {
    expect(waitFor({}, failure(['OFFLINE']), 5)).toEqual({ for: 'network', toldAt: 5, waitMs: 0 });
  });

  test.each<[string, ErrorCode[]]>([
    ['a time-out, which may have been paid for', ['TIMEOUT']],
    ['one of two that may have been paid for', ['RATE_LIMIT', 'NETWORK_ERROR']],
    ['a picture that may still come', ['STILL_COMING']],
    ['a reason of our own', []],
  ])('nothing, after %s', (_, codes) => {
    expect(waitFor({}, failure(codes, { retryAt: 9_000 }), 5_000)).toBeUndefined();
  });

  test('no wait without a named time, and none without end', () => {
    expect(waitFor({}, failure(['SERVICE_UNAVAILABLE']), 5)).toBeUndefined();
    expect(waitFor({ waits: 10 }, failure(['RATE_LIMIT'], { retryAt: 9 }), 5)).toBeUndefined();
  });

  test('an hour at most', () => {
    expect(waitFor({}, failure(['RATE_LIMIT'], { retryAt: YEAR }), 0)?.waitMs).toBe(HOUR);
  });
});

describe('a clock that is set', () => {
  const wait = { toldAt: 10 * MINUTE, waitMs: MINUTE };
  test.each([
    ['that goes on', 10 * MINUTE + 20_000, 40_000],
    ['a year ahead: the wait is over', 10 * MINUTE + YEAR, 0],
    ['a year back: nobody knows, so it is over', 10 * MINUTE - YEAR, 0],
  ])('%s', (_, now, left) => {
    expect(remainingMs(wait, now)).toBe(left);
  });

  test.each([
    ['has just been told', 1_000_000, 42_000],
    ['goes on', 1_000_000 + 20_000, 22_000],
    ['is over', 1_042_000, 0],
    ['is set a day back', 1_000_000 - 24 * HOUR, 0],
    ['is set a year ahead', 1_000_000 + YEAR, 0],
  ])('is not shown beside Retry for longer than was told: it %s', (_, now, left) => {
    const error = failure(['RATE_LIMIT'], { retryAt: 1_042_000, retryAfterMs: 42_000 });
    expect(remainingWaitMs({ error, endedAt: 1_000_000 }, now)).toBe(left);
  });

  test('a record of an earlier version, which does not say how long it was, waits an hour at most', () => {
    const error = failure(['RATE_LIMIT'], { retryAt: YEAR });
    expect(remainingWaitMs({ error, endedAt: 0 }, 5)).toBe(HOUR);
    expect(remainingWaitMs({ endedAt: 0 }, 5)).toBe(0);
  });
});

describe('whether an attempt may have been paid for', () => {
  const attempt = { provider: 'huggingface' as const, startedAt: 1, routes: [] };
  const failed = (code: ErrorCode) => ({
    ...attempt,
    outcome: 'failed' as const,
    error: { code, message: '', shouldFallback: true },
  });
  test.each([
    ['it announces its requests, and announced none', { ...attempt, announces: true }, false],
    ['it announced one', { ...attempt, announces: true, routes: [{ route: 'nscale', startedAt: 1 }] }, true],
    ['it does not announce them', attempt, true],
    ['it was refused as too many', failed('RATE_LIMIT'), false],
    ['it timed out', failed('TIMEOUT'), true],
    ['it failed and nobody knows why', { ...attempt, outcome: 'failed' as const }, true],
    ['it was cancelled', { ...attempt, outcome: 'cancelled' as const }, true],
    ['it made a picture', { ...attempt, outcome: 'succeeded' as const }, true],
  ])('%s', (_, given, expected) => {
    expect(mayHavePaid(given)).toBe(expected);
  });
});
