import { expect, test } from 'vitest';
import { dismissJobs } from '../../../../src/background/chores/dismiss-jobs.ts';
import { sampleJob } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

test('the jobs of pictures that are gone are dismissed with them; others, and what still runs, are not', async () => {
  const { services } = fakeServices();
  for (const id of ['gone', 'kept'])
    await services.jobs.save(sampleJob({ id, status: 'succeeded', endedAt: 1 }));
  await services.jobs.save(sampleJob({ id: 'runs', status: 'running', startedAt: 1 }));
  await dismissJobs(['gone', 'runs', 'never'], true, services);
  const dismissed = async () =>
    (await services.jobs.all()).filter((job) => job.dismissed).map(({ id }) => id);
  expect(await dismissed()).toEqual(['gone']);
  await dismissJobs(['gone'], false, services);
  expect(await dismissed()).toEqual([]);
});
