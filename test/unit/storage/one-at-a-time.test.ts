import { expect, test } from 'vitest';
import { createOneAtATime } from '../../../src/storage/one-at-a-time.ts';

test('no step begins before the one in front of it has ended, well or badly', async () => {
  const oneAtATime = createOneAtATime();
  const steps: string[] = [];
  const step = (name: string, fails = false) =>
    oneAtATime(async () => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([step('one'), step('two', true), step('three')]);
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
