import { describe, expect, test } from 'vitest';
import { parseNumber, toMilliseconds, toSeconds } from '../../../../../src/ui/options/fields/numbers.ts';

const limits = { min: 1, max: 300 };

describe('parseNumber', () => {
  test('takes a point or a comma, and spaces around', () => {
    expect([' 30 ', '1.5', '2,001'].map((text) => parseNumber(text, limits))).toEqual([30, 1.5, 2.001]);
  });

  test('both ends of the limits are inside', () => {
    expect(['1', '300'].map((text) => parseNumber(text, limits))).toEqual([1, 300]);
  });

  test.each(['', ' ', '0', '0.999', '300.1', '-5', '1e2', '30s', 'NaN', '1.2.3', '0x10', '٣'])(
    '%j is refused',
    (text) => {
      expect(parseNumber(text, limits)).toBeUndefined();
    },
  );
});

describe('seconds and milliseconds', () => {
  test('are told in seconds and kept in whole milliseconds', () => {
    expect([30_000, 1500, 250, 0].map(toSeconds)).toEqual([30, 1.5, 0.25, 0]);
    expect([30, 2.001, 1.1].map(toMilliseconds)).toEqual([30_000, 2001, 1100]);
  });

  test('what is shown is read back as it was', () => {
    for (const ms of [1000, 1001, 4999, 30_000, 299_999]) {
      expect(toMilliseconds(parseNumber(String(toSeconds(ms)), limits) ?? 0)).toBe(ms);
    }
  });
});
