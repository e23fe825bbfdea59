import { expect, test } from 'vitest';
import { comparedWith, withoutRepeats } from '../../../../src/ui/stage/press.ts';
import { aJob } from '../popup/job.ts';

const one = aJob({ id: 'one', group: 'g', order: 1, status: 'succeeded' });
const two = aJob({ id: 'two', group: 'g', order: 2, status: 'succeeded' });
const failed = aJob({ id: 'failed', group: 'g', order: 3, status: 'failed' });
const other = aJob({ id: 'other', status: 'succeeded' });

test('the pictures of a press are compared in their order, without those that failed', () => {
  expect(comparedWith([other, failed, two, one], two)).toEqual([one, two]);
  expect(comparedWith([other, two, one], other)).toEqual([]);
  expect(comparedWith([two, one], failed)).toEqual([]);
});

test('not while one of them is under way, and not one alone', () => {
  expect(comparedWith([two, one, aJob({ group: 'g' })], one)).toEqual([]);
  expect(comparedWith([one, failed], one)).toEqual([]);
  expect(comparedWith([one, { ...two, dismissed: true }], one)).toEqual([]);
});

test('in the strip they are one cell, that of the shown one where it is among them', () => {
  expect(withoutRepeats([two, one, failed, other], two)).toEqual([two, failed, other]);
  expect(withoutRepeats([two, one, failed, other], other)).toEqual([one, failed, other]);
});
