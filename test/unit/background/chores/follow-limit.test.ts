import { expect, test } from 'vitest';
import { createLimitFollower } from '../../../../src/background/chores/follow-limit.ts';

test('a limit is applied when it is set, once, and never where there is none', async () => {
  const log: string[] = [];
  const follow = createLimitFollower(async () => void log.push('applied'));
  await follow(0);
  expect(log).toEqual([]);
  await follow(500);
  expect(log).toEqual(['applied']);
  await follow(500);
  expect(log).toEqual(['applied']);
  await follow(100);
  expect(log).toEqual(['applied', 'applied']);
  await follow(0);
  expect(log).toEqual(['applied', 'applied']);
});
