import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { galleryHandlers } from '../../../../src/background/handlers/gallery.ts';
import { storePicture } from '../../../../src/gallery/index.ts';
import { PICTURE, sampleJob, samplePicture } from '../../jobs/sample-job.ts';
import { fakeServices } from '../fake-services.ts';

const png = new Blob([Buffer.from(PICTURE.split(',')[1] ?? '', 'base64')], { type: 'image/png' });

test('hands a picture through the door, and says when there is none', async () => {
  const { services } = fakeServices();
  const handlers = galleryHandlers(services);
  await services.shelf.store(samplePicture(), png);
  const value = { picture: samplePicture(), image: PICTURE };
  expect(await handlers.readPicture({ id: 'one' })).toEqual({ ok: true, value });
  expect(await handlers.readPicture({ id: 'two' })).toEqual({
    ok: false,
    problem: { code: 'NO_SUCH_PICTURE' },
  });
});

test('thousands are deleted without looking for a job of each: those that have one are dismissed with it', async () => {
  const { services } = fakeServices();
  const ids = Array.from({ length: 300 }, (_, index) => `p${index}`);
  for (const id of ids.slice(0, 3)) await storePicture(samplePicture({ id }), png);
  await services.jobs.save(sampleJob({ id: 'p1', status: 'succeeded', endedAt: 1 }));
  await services.jobs.save(sampleJob({ id: 'other', status: 'succeeded', endedAt: 1 }));
  const looked: string[] = [];
  const jobs: typeof services.jobs = {
    ...services.jobs,
    change(id, edit) {
      looked.push(id);
      return services.jobs.change(id, edit);
    },
  };
  const handlers = galleryHandlers({ ...services, jobs });
  expect(await handlers.deletePictures({ ids })).toEqual({ ok: true, value: { pictures: 3 } });
  expect(looked).toEqual(['p1']);
  expect((await services.jobs.all()).map(({ id, dismissed }) => [id, dismissed === true])).toEqual(
    expect.arrayContaining([
      ['p1', true],
      ['other', false],
    ]),
  );
});

test('an undo says how many are back, and when all of them are gone for good', async () => {
  const { services } = fakeServices();
  const handlers = galleryHandlers(services);
  await storePicture(samplePicture({ id: 'kept' }), png);
  await handlers.deletePictures({ ids: ['kept'] });
  const undo = (...ids: string[]) => handlers.deletePictures({ ids, undo: true });
  expect(await undo('kept', 'gone')).toEqual({ ok: true, value: { pictures: 1 } });
  expect(await undo('gone')).toEqual({ ok: false, problem: { code: 'NO_SUCH_PICTURE' } });
});
