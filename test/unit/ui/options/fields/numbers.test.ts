import { describe, expect, test } from 'vitest';
import { formatSeconds, parseNumber, parseSeconds } from '../../../../../src/ui/options/fields/numbers.ts';

const limits = { min: 1, max: 300 };

describe('seconds', () => {
  test('milliseconds are shown as seconds, with as few digits as say it', () => {
    expect([30_000, 1500, 250, 0].map(formatSeconds)).toEqual(['30', '1.5', '0.25', '0']);
  });

  test('typed seconds become whole milliseconds, with a point or a comma', () => {
    expect(parseSeconds(' 30 ', limits)).toBe(30_000);
    expect(parseSeconds('1.5', limits)).toBe(1500);
    expect(parseSeconds('2,001', limits)).toBe(2001);
  });

  test('what is shown is read back as it was', () => {
    for (const ms of [1000, 1500, 30_000, 299_999]) {
      expect(parseSeconds(formatSeconds(ms), limits)).toBe(ms);
    }
  });

  test.each(['', ' ', '0', '301', '-5', '1e9', '30s', 'NaN', '1.2.3', '0x10'])('%j is refused', (text) => {
    expect(parseSeconds(text, limits)).toBeUndefined();
  });

  test('both ends of the limits are inside', () => {
    expect(parseNumber('1', limits)).toBe(1);
    expect(parseNumber('300', limits)).toBe(300);
  });
});
