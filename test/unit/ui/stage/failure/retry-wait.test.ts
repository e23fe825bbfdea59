import { expect, test } from 'vitest';
import { retryWaitMs } from '../../../../../src/ui/stage/failure/retry-wait.ts';

const TOLD = 1_000_000;
const AT = TOLD + 28_000;
const DAY = 86_400_000;

test.each([
  ['at once', TOLD, 28_000],
  ['later', TOLD + 20_000, 8_000],
  ['when it is over', AT, 0],
  ['long after', AT + DAY, 0],
  ['after the clock was set back by a day', TOLD - DAY, 28_000],
  ['after the clock was set back by a year', TOLD - 365 * DAY, 28_000],
])('a wait of 28 seconds, looked at %s', (_, now, left) => {
  expect(retryWaitMs(AT, TOLD, now)).toBe(left);
});

test('no wait is longer than an hour, whatever was told', () => {
  expect(retryWaitMs(TOLD + DAY, TOLD, TOLD)).toBe(3_600_000);
  expect(retryWaitMs(TOLD + DAY, undefined, TOLD)).toBe(3_600_000);
});
