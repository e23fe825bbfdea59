import { expect, test } from 'vitest';
import { showsOutcome } from '../../../../src/ui/stage/shows-outcome.ts';
import { aJob } from '../popup/job.ts';

const made = aJob({ id: 'made', status: 'succeeded' });
const failed = aJob({ id: 'failed', status: 'failed' });
const nothing = { shown: undefined, strip: [] };

test.each([
  ['the stage shows its picture', 'made', 'succeeded', { ...nothing, shown: made }, true],
  ['the stage says why it failed', 'failed', 'failed', { ...nothing, shown: failed }, true],
  ['the strip shows its picture', 'made', 'succeeded', { shown: failed, strip: [made] }, true],
  ['the strip holds a failure, without words', 'failed', 'failed', { shown: made, strip: [failed] }, false],
  ['another is shown', 'other', 'succeeded', { shown: made, strip: [made] }, false],
  ['the page has not heard yet', 'made', 'failed', { ...nothing, shown: made }, false],
  ['nothing is shown', 'made', 'succeeded', nothing, false],
])('%s', (_, jobId, status, shown, answer) => {
  expect(showsOutcome({ name: 'showing', jobId, status }, shown)).toBe(answer);
});
