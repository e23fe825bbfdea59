import { describe, expect, test } from 'vitest';
import { asClock, asCountdown, asSeconds } from '../../../../src/ui/words/durations.ts';

describe('durations', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [42_000, '0:42'],
    [725_000, '12:05'],
    [3_723_000, '1:02:03'],
    [-5_000, '0:00'],
  ])('%d ms passed is %s', (ms, text) => expect(asClock(ms)).toBe(text));

  test.each([
    [42_000, '0:42'],
    [41_001, '0:42'],
    [1, '0:01'],
    [0, '0:00'],
    [-1, '0:00'],
    [59_999, '1:00'],
  ])('%d ms left is %s', (ms, text) => expect(asCountdown(ms)).toBe(text));

  test('tenths are shown while they matter', () => {
    expect(asSeconds(1_234, 'en')).toBe('1.2 sec');
    expect(asSeconds(42_400, 'en')).toBe('42 sec');
    expect(asSeconds(-1, 'en')).toBe('0 sec');
    expect(asSeconds(1_234, 'de')).toBe('1,2 Sek.');
  });
});
