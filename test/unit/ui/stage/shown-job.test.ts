import { describe, expect, test } from 'vitest';
import { otherJobs, shownJob } from '../../../../src/ui/stage/shown-job.ts';
import { aJob } from '../popup/job.ts';

const newest = aJob({ id: 'newest' });
const older = aJob({ id: 'older', status: 'succeeded' });
const oldest = aJob({ id: 'oldest', status: 'queued' });
const jobs = [newest, older, oldest];

describe('the job on the stage', () => {
  test('is the newest that was not put away', () => {
    expect(shownJob(jobs, { composing: false })).toBe(newest);
    expect(shownJob([{ ...newest, dismissed: true }, older], { composing: false })).toBe(older);
    expect(shownJob([], { composing: false })).toBeUndefined();
  });

  test('is the chosen one while it is there', () => {
    expect(shownJob(jobs, { jobId: 'oldest', composing: false })).toBe(oldest);
    expect(shownJob(jobs, { jobId: 'gone', composing: false })).toBe(newest);
  });

  test('is none while another one is being written', () =>
    expect(shownJob(jobs, { composing: true })).toBeUndefined());
});

describe('the others', () => {
  test('are those that still want the eye, running ones first', () => {
    expect(otherJobs(jobs, newest)).toEqual([oldest, older]);
    expect(otherJobs([newest, { ...older, dismissed: true }, aJob({ status: 'cancelled' })], newest)).toEqual(
      [],
    );
  });
});
