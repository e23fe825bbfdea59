import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJobStore, readJobs } from '../../../src/jobs/index.ts';
import { nextOrder, orderOf } from '../../../src/jobs/order.ts';
import { memoryArea } from './memory-area.ts';
import { runnerBench } from './runner-bench.ts';
import { sampleJob } from './sample-job.ts';

const YEAR = 365 * 24 * 3_600_000;

test('whatever the clock does, the next number is higher than the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e13, max: 1e14 }), { maxLength: 50 }), (clock) => {
      let last = 0;
      for (const now of clock) {
        const next = nextOrder(last, now);
        expect(next).toBeGreaterThan(last);
        last = next;
      }
    }),
    { numRuns: 200 },
  );
});

test('a record of an earlier version has its place by time; a number that cannot be counts as none', () => {
  expect(orderOf({ createdAt: 7 })).toBe(7);
  for (const order of [Number.NaN, -1, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])
    expect(orderOf({ order, createdAt: 7 })).toBe(7);
  expect(orderOf({ createdAt: Number.NEGATIVE_INFINITY })).toBe(0);
});

test('a clock that was a year ahead and is corrected hides no new job', async () => {
  const bench = runnerBench({ maxRunning: 1 });
  bench.state.now += YEAR;
  const first = await bench.runner.enqueue({ prompt: 'one', style: 'none' }, 'popup');
  bench.state.now -= YEAR;
  // A later worker knows no more than what is stored.
  const later = runnerBench({ initial: bench.area.snapshot(), maxRunning: 1 });
  later.state.nextId = 2;
  const [second = '', third = ''] = await later.runner.enqueueGroup(
    { prompt: 'two', style: 'none' },
    'popup',
    2,
  );
  const jobs = await readJobs(later.area);
  expect(jobs.map(({ id }) => id)).toEqual([third, second, first]);
});

test('two presses at once get two numbers', async () => {
  const store = createJobStore(memoryArea({ 'job:one': sampleJob({ createdAt: 50 }) }));
  const numbers = await Promise.all([store.newOrders(2, 10), store.newOrders(1, 10)]);
  expect(numbers.flat()).toEqual([51, 52, 53]);
});
