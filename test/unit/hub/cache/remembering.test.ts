import { expect, test } from 'vitest';
import type { Answer } from '../../../../src/hub/answers/answer.ts';
import type { CacheRecord } from '../../../../src/hub/cache/cache-record.ts';
import { recordAfter } from '../../../../src/hub/cache/remembering.ts';
import type { Location } from '../../../../src/hub/types.ts';
import { source } from '../make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;
const found: Location = {
  outcome: 'found',
  source: 'a',
  confidence: 'confirmed',
  alternatives: [],
  fromCache: false,
  attempts: [],
};
const previous: CacheRecord = {
  ...ref,
  checkedAt: 1_000,
  expiresAt: 61_000,
  verdicts: { b: { verdict: 'absent' } },
};
const times = { now: 50_000, cacheTtlSeconds: 300 };
const known: Answer = { source: source('b'), verdict: 'absent', cached: true };

test('asking some sources again never makes the others’ word last longer', () => {
  const learned = [
    ['a', { source: source('a'), verdict: 'present' }],
    ['b', known],
  ] as const;
  expect(recordAfter(ref, learned, found, previous, times)).toEqual({
    ...previous,
    verdicts: { a: { verdict: 'present' }, b: { verdict: 'absent' } },
  });
});

test('nothing new, nothing to write', () => {
  const silent: Answer = { source: source('a'), verdict: 'unreachable' };
  const learned = [
    ['a', silent],
    ['b', known],
  ] as const;
  expect(recordAfter(ref, learned, { ...found, outcome: 'unavailable' }, previous, times)).toBeUndefined();
});
