import { expect, test } from 'vitest';
import { shareDone } from '../../../../src/ui/stage/share-done.ts';
import { aJob } from '../popup/job.ts';

const took = (ms: number, model = 'a/b') =>
  aJob({
    status: 'succeeded',
    startedAt: 1_000,
    endedAt: 1_000 + ms,
    request: { prompt: 'x', style: 'none', model },
  });
const running = aJob({ startedAt: 10_000, request: { prompt: 'x', style: 'none', model: 'a/b' } });

test('the share of the usual time of its model, and at most nine tenths', () => {
  const before = [took(1_000), took(4_000), took(30_000), took(60_000, 'c/d')];
  expect(shareDone(running, before, 12_000)).toBe(0.5);
  expect(shareDone(running, before, 99_000)).toBe(0.9);
  expect(shareDone(running, [], 12_000)).toBe(0.25);
  expect(shareDone(running, [], 0)).toBe(0);
});
