import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openGalleryDatabase } from '../../../src/gallery/database.ts';
import { clearGallery, storePicture, storeThumbnail } from '../../../src/gallery/index.ts';
import { samplePicture } from '../jobs/sample-job.ts';

test('nothing of any picture is left, neither bytes nor thumbnail', async () => {
  const blob = new Blob(['x'], { type: 'image/png' });
  for (const id of ['a', 'b']) {
    const made = { request: { prompt: 'a fox', style: 'none' }, warnings: [], createdAt: 1, elapsedMs: 1 };
    await storePicture(
      { ...made, id, provider: 'puter', type: 'image/png', byteLength: 1 } as never,
      blob,
      'all',
    );
    await storeThumbnail(id, { blob, width: 1, height: 1 }, 'all');
  }
  expect(await clearGallery({}, 'all')).toEqual({ deleted: 2, kept: [] });
  const database = await openGalleryDatabase('all');
  for (const store of ['pictures', 'bytes', 'thumbnails'] as const)
    expect(await database.count(store)).toBe(0);
  database.close();
  expect(await clearGallery({}, 'all')).toEqual({ deleted: 0, kept: [] });
});

test('favourites stay whole where that is wished; one that was deleted is none any more', async () => {
  const blob = new Blob(['x'], { type: 'image/png' });
  const kinds = { plain: {}, loved: { favourite: true }, gone: { favourite: true, deletedAt: 1 } };
  for (const [id, more] of Object.entries(kinds)) {
    await storePicture(samplePicture({ id, ...more }), blob, 'some');
    await storeThumbnail(id, { blob, width: 1, height: 1 }, 'some');
  }
  expect(await clearGallery({ keepFavourites: true }, 'some')).toEqual({ deleted: 2, kept: ['loved'] });
  const database = await openGalleryDatabase('some');
  for (const store of ['pictures', 'bytes', 'thumbnails'] as const)
    expect(await database.getAllKeys(store)).toEqual(['loved']);
  database.close();
});
