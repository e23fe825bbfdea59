import { describe, expect, test } from 'vitest';
import { shownJob, stripJobs } from '../../../../src/ui/stage/shown-job.ts';
import { aJob } from '../popup/job.ts';

const newest = aJob({ id: 'newest' });
const older = aJob({ id: 'older', status: 'succeeded' });
const oldest = aJob({ id: 'oldest', status: 'queued' });
const jobs = [newest, older, oldest];

describe('the job on the stage', () => {
  test('is the newest that was not dismissed', () => {
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

describe('the strip', () => {
  const running = aJob({ id: 'running', createdAt: 3 });
  const queued = aJob({ id: 'queued', status: 'queued', createdAt: 4 });
  const picture = aJob({ id: 'picture', status: 'succeeded', createdAt: 5 });
  const before = aJob({ id: 'before', status: 'succeeded', createdAt: 2 });

  test('holds jobs under way in their order, then the last pictures', () => {
    expect(stripJobs([picture, queued, running, before], picture)).toEqual([
      running,
      queued,
      picture,
      before,
    ]);
  });

  test('no dismissed jobs, and a cancelled one only while it is shown', () => {
    const away = { ...before, dismissed: true };
    const cancelled = aJob({ id: 'cancelled', status: 'cancelled' });
    expect(stripJobs([picture, cancelled, away], picture)).toEqual([picture]);
    expect(stripJobs([picture, cancelled], cancelled)).toEqual([picture, cancelled]);
  });
});
