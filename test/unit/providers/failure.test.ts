import { expect, test } from 'vitest';
import { failure } from '../../../src/providers/failure.ts';

test('the code decides whether it goes on, unless the details say otherwise', () => {
  expect(failure('RATE_LIMIT', 'Busy')).toEqual({
    code: 'RATE_LIMIT',
    message: 'Busy',
    shouldFallback: true,
  });
  expect(failure('UNAUTHORIZED', 'No').shouldFallback).toBe(false);
  expect(failure('UNAUTHORIZED', 'No', { shouldFallback: true }).shouldFallback).toBe(true);
});

test('unknown details are left out', () => {
  const error = failure('SERVER_ERROR', 'Broken', { status: 500, retryAfter: undefined, detail: undefined });
  expect(Object.keys(error).toSorted()).toEqual(['code', 'message', 'shouldFallback', 'status']);
});
