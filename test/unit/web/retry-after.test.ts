import { afterEach, describe, expect, test } from 'vitest';
import { retryAfterSeconds } from '../../../src/web/retry-after.ts';
import { processorMs } from '../processor-time.ts';

const NOW = Date.UTC(2026, 0, 1);
const wait = (headers: Record<string, string>) => retryAfterSeconds(new Headers(headers), NOW, 3_600);

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each(['UTC', 'America/New_York', 'Asia/Tokyo'])(
  'every form of a date in HTTP is in GMT, in %s too',
  (here) => {
    process.env.TZ = here;
    for (const date of [
      'Thu, 01 Jan 2026 00:00:45 GMT',
      'Thursday, 01-Jan-26 00:00:45 GMT',
      'Thu Jan  1 00:00:45 2026',
      '2026-01-01T00:00:45Z',
    ])
      expect(wait({ 'Retry-After': date })).toBe(45);
  },
);

describe('retryAfterSeconds', () => {
  test.each([
    ['seconds', { 'Retry-After': '42' }, 42],
    ['a fraction, rounded up', { 'Retry-After': '1.2' }, 2],
    ['a date', { 'Retry-After': 'Thu, 01 Jan 2026 00:02:00 GMT' }, 120],
    ['exactly an hour', { 'Retry-After': '3600' }, 3600],
    ['one used-up quota', { RateLimit: '"api";r=0;t=77' }, 77],
    ['the parameters in another order, with spaces', { RateLimit: '"api"; t=77; r=0' }, 77],
    ['the longest of several used-up quotas', { RateLimit: '"a";r=0;t=5, "b";r=0;t=50, "c";r=3;t=500' }, 50],
    ['RateLimit where Retry-After says nothing', { 'Retry-After': 'soon', RateLimit: '"a";r=0;t=5' }, 5],
    ['Retry-After where both say something', { 'Retry-After': '3', RateLimit: '"a";r=0;t=5' }, 3],
  ])('%s', (_, headers, seconds) => {
    expect(wait(headers as Record<string, string>)).toBe(seconds);
  });

  test.each([
    ['nothing', {}],
    ['no wait', { 'Retry-After': '0' }],
    ['less than no wait', { 'Retry-After': '-5' }],
    ['a date that is over', { 'Retry-After': 'Wed, 31 Dec 2025 23:00:00 GMT' }],
    ['over an hour', { 'Retry-After': '3601' }],
    ['a date tomorrow', { 'Retry-After': 'Fri, 02 Jan 2026 00:00:00 GMT' }],
    ['a quota that is not used up', { RateLimit: '"api";r=1;t=77' }],
    ['a quota without a time', { RateLimit: '"api";r=0' }],
    ['words', { 'Retry-After': '12 monkeys' }],
    ['a number that is a year to some', { 'Retry-After': '3000-5' }],
    ['digits without end', { 'Retry-After': '2026'.repeat(9) }],
    ['a quota that is none', { RateLimit: 'api r=0 t=5' }],
    ['another parameter that ends in t', { RateLimit: '"api";r=0;limit=77' }],
  ])('unknown: %s', (_, headers) => {
    expect(wait(headers as Record<string, string>)).toBeUndefined();
  });
});

test('nothing that a header holds takes long to read', () => {
  const read = () => {
    for (const piece of [';', '; r=0', ';t=', ',', '"', ' ', '0'])
      wait({ 'Retry-After': `a${piece.repeat(50_000)}b`, RateLimit: `a${piece.repeat(50_000)}b` });
  };
  expect(processorMs(read)).toBeLessThan(5_000);
});
