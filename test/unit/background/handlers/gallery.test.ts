import { expect, test } from 'vitest';
import { galleryHandlers } from '../../../../src/background/handlers/gallery.ts';
import { PICTURE, samplePicture } from '../../jobs/sample-job.ts';
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
