import { expect, test } from 'vitest';
import { forgetEndedJobs } from '../../../../src/background/chores/forget-ended-jobs.ts';
import { sampleJob } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

test('the jobs of pictures that are gone go with them; others, and what still runs, stay', async () => {
  const { services } = fakeServices();
  for (const id of ['gone', 'kept'])
    await services.jobs.save(sampleJob({ id, status: 'succeeded', endedAt: 1 }));
  await services.jobs.save(sampleJob({ id: 'runs', status: 'running', startedAt: 1 }));
  await forgetEndedJobs(['gone', 'runs', 'never'], services);
  expect((await services.jobs.all()).map(({ id }) => id).sort()).toEqual(['kept', 'runs']);
});
