import { expect, test } from 'vitest';
import { parseJob } from '../../../src/jobs/job-schema.ts';
import { sampleJob } from './sample-job.ts';

const request = { prompt: 'a fox', style: 'none' as const };
const ownStyle = { id: 'own', name: 'Noir', template: '{prompt}, noir', negativePrompt: 'colour' };

test('a job keeps the style of the user’s own that it is made in; one of an older version has none', () => {
  const job = sampleJob({ request: { ...request, ownStyle }, shortened: true });
  expect(parseJob(job)).toEqual(job);
  const older = sampleJob({ request: { ...request, prompt: 'a fox, noir' } });
  expect(parseJob(older)).toEqual(older);
});

// Without its style something else would be sent, and paid for.
test.each([5, {}, { id: 'own' }, { id: 'own', template: 'without its slot' }])(
  '%j is no style: the record is corrupt',
  (unreadable) => {
    expect(parseJob({ ...sampleJob(), request: { ...request, ownStyle: unreadable } })).toBeUndefined();
  },
);

test('a note that cannot be read is left out, and the job stays', () => {
  expect(parseJob({ ...sampleJob(), shortened: 'yes' })).toEqual(sampleJob());
});
