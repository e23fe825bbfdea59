import { expect, test } from 'vitest';
import { endedBadly } from '../../../../src/providers/huggingface/job-status.ts';

test.each(['FAILED', 'Error', 'canceled', 'TIMED-OUT', 'Request Moderated', 'NSFW', 'rejected'])(
  '%s is an end',
  (status) => {
    expect(endedBadly(status)).toBe(true);
  },
);

test.each([
  'IN_QUEUE',
  'in progress',
  'starting',
  'processing',
  'created',
  'warming_up',
  'COMPLETED',
  '',
  'moderation_pending_internal',
])('%s is none', (status) => {
  expect(endedBadly(status)).toBe(false);
});
