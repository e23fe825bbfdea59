import { describe, expect, test } from 'vitest';
import { classifyStatus, fallsBack } from '../../../src/generation/index.ts';

describe('the matrix of seed 004', () => {
  test.each([
    [429, 'RATE_LIMIT', true],
    [500, 'SERVER_ERROR', true],
    [503, 'SERVICE_UNAVAILABLE', true],
    [401, 'UNAUTHORIZED', false],
    [400, 'VALIDATION_ERROR', false],
  ] as const)('%i is %s, goes on: %s', (status, code, shouldFallback) => {
    expect(classifyStatus(status)).toEqual({ code, shouldFallback });
  });
});

describe('what the seed leaves open', () => {
  test.each([
    [402, 'PAYMENT_REQUIRED', true],
    [403, 'FORBIDDEN', false],
    [404, 'MODEL_UNAVAILABLE', true],
    [410, 'MODEL_UNAVAILABLE', true],
    [408, 'TIMEOUT', true],
    [504, 'TIMEOUT', true],
    [502, 'SERVER_ERROR', true],
    [599, 'SERVER_ERROR', true],
    [413, 'VALIDATION_ERROR', false],
    [422, 'VALIDATION_ERROR', false],
    [418, 'UNKNOWN', false],
  ] as const)('%i is %s, goes on: %s', (status, code, shouldFallback) => {
    expect(classifyStatus(status)).toEqual({ code, shouldFallback });
  });

  test('a status and its code agree on whether to go on', () => {
    for (let status = 400; status < 600; status += 1) {
      const { code, shouldFallback } = classifyStatus(status);
      expect(fallsBack(code)).toBe(shouldFallback);
    }
  });
});
