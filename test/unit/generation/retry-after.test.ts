import { describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../../src/generation/index.ts';

const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
const wait = (headers: Record<string, string>) => parseRetryAfter(new Headers(headers), NOW);

describe('Retry-After', () => {
  test('in seconds', () => expect(wait({ 'Retry-After': '42' })).toBe(42));
  test('a fraction is rounded up', () => expect(wait({ 'Retry-After': '1.2' })).toBe(2));
  test('as a date', () => expect(wait({ 'Retry-After': 'Sun, 22 Nov 2026 12:01:30 GMT' })).toBe(90));
  test.each([
    '-5',
    '0',
    '31536000',
    'soon',
    '',
    '12 monkeys',
    'Sun, 22 Nov 2026 11:00:00 GMT',
    'NaN',
    '1e3',
    '2026'.repeat(9),
  ])('nonsense is unknown: %j', (value) => expect(wait({ 'Retry-After': value })).toBeUndefined());
  test('a day is believed, a second more is not', () => {
    expect(wait({ 'Retry-After': '86400' })).toBe(86_400);
    expect(wait({ 'Retry-After': '86401' })).toBeUndefined();
  });
  test('absent is unknown', () => expect(wait({})).toBeUndefined());
});

describe("the hub's RateLimit header", () => {
  test('nothing remaining: the window is the wait', () =>
    expect(wait({ RateLimit: '"api";r=0;t=55' })).toBe(55));
  test('something remaining is no wait', () =>
    expect(wait({ RateLimit: '"api";r=499;t=295' })).toBeUndefined());
  test('several items: the exhausted one counts', () =>
    expect(wait({ RateLimit: '"api";r=3;t=10, "pages";r=0;t=20' })).toBe(20));
  test('several exhausted ones: all of them have to be over', () =>
    expect(wait({ RateLimit: '"api";r=0;t=10, "pages";r=0;t=20, "files";r=0;t=5' })).toBe(20));
  test('garbage is unknown', () => expect(wait({ RateLimit: 'api r=0 t=5' })).toBeUndefined());
  test('both headers: the longer wait', () =>
    expect(wait({ 'Retry-After': '10', RateLimit: '"api";r=0;t=55' })).toBe(55));
});
