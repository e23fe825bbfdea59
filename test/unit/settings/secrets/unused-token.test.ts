import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewUse, type TokenUse } from '../../../../src/settings/secrets/unused-token.ts';

const DAY = 86_400_000;
const T = 1_700_000_000_000;

/** Reviews at these moments, one after the other; where it is forgotten, or what is remembered. */
function reviews(
  days: number,
  start: TokenUse | undefined,
  moments: number[],
): TokenUse | { forgottenAt: number } {
  let known = start;
  for (const now of moments) {
    const next = reviewUse(known, days, now);
    if (next === 'forget') return { forgottenAt: now };
    known = next;
  }
  return known as TokenUse;
}

test('is forgotten a day after it was found overdue, and not before', () => {
  const hours = Array.from({ length: 24 * 40 }, (_, hour) => T + hour * 3_600_000);
  expect(reviews(30, { usedAt: T }, hours)).toEqual({ forgottenAt: T + 31 * DAY });
  expect(reviews(7, { usedAt: T }, hours)).toEqual({ forgottenAt: T + 8 * DAY });
  expect(reviews(90, { usedAt: T }, hours)).toEqual({ usedAt: T });
  expect(reviews(0, { usedAt: T }, hours)).toEqual({ usedAt: T });
});

test('a browser that was closed for a year finds it overdue, and forgets it the day after', () => {
  expect(reviews(30, { usedAt: T }, [T + 365 * DAY])).toEqual({ usedAt: T, overdueAt: T + 365 * DAY });
  expect(reviews(30, { usedAt: T }, [T + 365 * DAY, T + 366 * DAY])).toEqual({ forgottenAt: T + 366 * DAY });
});

test('a clock that jumped a year ahead and was put right takes nothing', () => {
  const jumped = [T + DAY, T + 366 * DAY, T + 366 * DAY + 3_600_000, T + DAY + 7_200_000, T + 2 * DAY];
  expect(reviews(7, { usedAt: T }, jumped)).toEqual({ usedAt: T });
});

test('one that was set back behind the last use is counted anew', () => {
  expect(reviews(7, { usedAt: T }, [T - 365 * DAY])).toEqual({ usedAt: T - 365 * DAY });
  expect(reviews(7, { usedAt: T, overdueAt: T + 8 * DAY }, [T + 7.5 * DAY])).toEqual({
    usedAt: T,
    overdueAt: T + 7.5 * DAY,
  });
});

test('of which nothing is known is counted from now', () => {
  expect(reviews(7, undefined, [T])).toEqual({ usedAt: T });
});

test('whatever the clock does, nothing goes before so many days by the clock of its last use, twice looked at', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(7, 30, 90),
      fc.array(fc.integer({ min: -400, max: 400 }), { maxLength: 30 }),
      (days, jumps) => {
        let known: TokenUse | undefined = { usedAt: T };
        let before = T;
        let seen: number[] = [];
        for (const jump of jumps) {
          const now: number = before + jump * (DAY / 4);
          const next = reviewUse(known, days, now);
          if (next === 'forget') {
            const overdue = seen.filter((moment) => now - moment >= DAY);
            expect(overdue.length).toBeGreaterThan(0);
            expect(now - (known?.usedAt ?? 0)).toBeGreaterThanOrEqual(days * DAY);
            return;
          }
          seen = next.overdueAt === undefined ? [] : [...seen, now];
          known = next;
          before = now;
        }
      },
    ),
    { numRuns: 200 },
  );
});
