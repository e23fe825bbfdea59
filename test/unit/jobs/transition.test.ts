import { describe, expect, test } from 'vitest';
import type { Job, JobEvent, JobStatus } from '../../../src/jobs/index.ts';
import { after, transition } from '../../../src/jobs/transition.ts';
import { sampleJob, samplePicture } from './sample-job.ts';

const error = { code: 'TIMEOUT', message: '', causes: [] };
const queued = { route: 'fal-ai', model: 'acme/fox', statusUrl: 'https://queue.example/1' };
const EVENTS: Record<JobEvent['type'], JobEvent> = {
  start: { type: 'start', at: 9 },
  putBack: { type: 'putBack' },
  wait: { type: 'wait', wait: { for: 'retry', toldAt: 9, waitMs: 5 } },
  lock: { type: 'lock', at: 9 },
  due: { type: 'due' },
  picture: { type: 'picture', picture: samplePicture(), at: 9 },
  fail: { type: 'fail', error, at: 9 },
  cancel: { type: 'cancel', at: 9 },
  interrupt: { type: 'interrupt', at: 9 },
  lookAgain: { type: 'lookAgain' },
  askInstead: { type: 'askInstead', provider: 'puter' },
};
/** A job in each state, accepted by a queue service, so that every event is possible. */
const IN: Record<JobStatus, Job> = Object.fromEntries(
  (['queued', 'running', 'waiting', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const).map(
    (status) => [
      status,
      sampleJob({ status, attempts: [{ provider: 'huggingface', startedAt: 1, routes: [], queued }] }),
    ],
  ),
) as Record<JobStatus, Job>;

/** The whole table: what each event makes of each state; what is not here is refused. */
const LEGAL: Record<JobEvent['type'], Partial<Record<JobStatus, JobStatus>>> = {
  start: { queued: 'running' },
  putBack: { queued: 'queued', running: 'queued' },
  wait: { running: 'waiting', failed: 'waiting' },
  lock: { queued: 'waiting' },
  due: { waiting: 'queued' },
  picture: {
    queued: 'succeeded',
    running: 'succeeded',
    waiting: 'succeeded',
    failed: 'succeeded',
    cancelled: 'succeeded',
    interrupted: 'succeeded',
  },
  fail: { queued: 'failed', running: 'failed' },
  cancel: { queued: 'cancelled', running: 'cancelled', waiting: 'cancelled' },
  interrupt: { queued: 'interrupted', running: 'interrupted' },
  lookAgain: { failed: 'queued', interrupted: 'queued', cancelled: 'queued' },
  askInstead: { failed: 'queued', interrupted: 'queued', cancelled: 'queued' },
};
const pairs = Object.values(EVENTS).flatMap((event) => Object.values(IN).map((job) => [event, job] as const));

describe('each event in each state', () => {
  test.each(pairs.filter(([event, job]) => LEGAL[event.type][job.status]))(
    '$type of a job that is $status',
    (event, job) => {
      expect(transition(job, event)?.status).toBe(LEGAL[event.type][job.status]);
    },
  );

  test.each(pairs.filter(([event, job]) => !LEGAL[event.type][job.status]))(
    '$type is refused of a job that is $status',
    (event, job) => {
      const before = structuredClone(job);
      expect(transition(job, event)).toBeUndefined();
      expect(() => after(job, event)).toThrow(`${job.status} cannot ${event.type}`);
      expect(job).toEqual(before);
    },
  );
});

test('a failed job whose picture is held fails or is interrupted anew; the time it ended stays', () => {
  const held = sampleJob({
    status: 'failed',
    endedAt: 3,
    attempts: [{ provider: 'puter', startedAt: 1, outcome: 'succeeded', routes: [] }],
    error: { code: 'STORAGE_FAILED', message: '', causes: [] },
  });
  expect(transition(held, EVENTS.interrupt)).toMatchObject({ status: 'interrupted', endedAt: 3 });
  expect(transition(held, EVENTS.fail)).toMatchObject({ status: 'failed', endedAt: 3, error });
});

test('what waited begins as if it had just been pressed, but knows who was asked', () => {
  const waiting = after({ ...IN.running, startedAt: 2, error }, EVENTS.wait);
  expect(waiting).toMatchObject({ status: 'waiting', waits: 1, error, wait: { waitMs: 5 } });
  const due = after(waiting, EVENTS.due);
  for (const gone of ['wait', 'error', 'startedAt', 'endedAt']) expect(due).not.toHaveProperty(gone);
  expect(due.attempts).toEqual(IN.running.attempts);
  expect(after(after(due, EVENTS.start), EVENTS.wait).waits).toBe(2);
});

test('only a job that a queue service accepted, and whose result is unknown, can be collected', () => {
  const [attempt] = IN.failed.attempts;
  if (!attempt) throw new Error('No attempt');
  const failed = (more: object) => ({ ...IN.failed, attempts: [{ ...attempt, ...more }] });
  const told = (code: string) => ({ outcome: 'failed', error: { code, message: '', shouldFallback: false } });
  expect(transition(failed(told('STILL_COMING')), EVENTS.lookAgain)).toMatchObject({
    status: 'queued',
    collects: true,
  });
  expect(transition(failed(told('SERVER_ERROR')), EVENTS.lookAgain)).toBeUndefined();
  expect(transition(sampleJob({ status: 'failed' }), EVENTS.lookAgain)).toBeUndefined();
});

test('another provider instead: that one alone', () => {
  expect(transition(IN.failed, EVENTS.askInstead)).toMatchObject({ status: 'queued', only: 'puter' });
});
