import { expect, test } from 'vitest';
import { deleteAllHandler } from '../../../../src/background/handlers/delete-all.ts';
import { jobHandlers } from '../../../../src/background/handlers/jobs.ts';
import { sampleJob, samplePicture } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

const FOX = { prompt: 'a fox', style: 'none' } as const;

test('pictures and jobs go, for good; the settings and tokens stay', async () => {
  const { services, bench, settings, secrets } = fakeServices();
  await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
  bench.gallery.set('one', { picture: samplePicture(), blob: new Blob() });
  await settings.add('Mine');
  await secrets.save('puter', { token: 'x', verdict: 'valid' });
  let announced = 0;
  const handlers = deleteAllHandler({ ...services, announceGallery: () => (announced += 1) });
  expect(await handlers.deletePicturesAndJobs({ confirmed: true })).toEqual({
    ok: true,
    value: { pictures: 1, jobs: 1 },
  });
  expect(bench.gallery.size).toBe(0);
  expect(announced).toBe(1);
  expect(await services.jobs.all()).toEqual([]);
  expect(await settings.sourceNames()).toEqual(['Hugging Face', 'Mine']);
  expect(Object.keys(await secrets.all())).toEqual(['puter']);
});

test('a job that runs is cancelled, and does not come back when it ends', async () => {
  const { services, bench, state } = fakeServices();
  const jobs = jobHandlers(services);
  await jobs.generate({ request: FOX, origin: 'popup' });
  await bench.until(() => bench.asked.length === 1);
  const deleting = deleteAllHandler(services).deletePicturesAndJobs({ confirmed: true });
  await bench.until(() => bench.asked[0]?.options.signal?.aborted === true);
  bench.asked[0]?.answer({
    success: false,
    error: { code: 'CANCELLED', message: '', shouldFallback: false },
  });
  expect(await deleting).toMatchObject({ ok: true, value: { jobs: 1 } });
  expect(await services.jobs.all()).toEqual([]);
  expect(state.holds).toBe(0);
});

test('a gallery that cannot be opened keeps everything', async () => {
  const { services } = fakeServices();
  await services.jobs.save(sampleJob({ status: 'failed', endedAt: 1 }));
  const broken = { ...services, clearGallery: () => Promise.reject(new Error('Disk full')) };
  expect(await deleteAllHandler(broken).deletePicturesAndJobs({ confirmed: true })).toEqual({
    ok: false,
    problem: { code: 'STORAGE_FAILED' },
  });
  expect(await services.jobs.all()).toHaveLength(1);
});
