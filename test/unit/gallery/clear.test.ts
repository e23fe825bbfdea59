import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openGalleryDatabase } from '../../../src/gallery/database.ts';
import { clearGallery, storePicture, storeThumbnail } from '../../../src/gallery/index.ts';

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
  expect(await clearGallery('all')).toBe(2);
  const database = await openGalleryDatabase('all');
  for (const store of ['pictures', 'bytes', 'thumbnails'] as const)
    expect(await database.count(store)).toBe(0);
  database.close();
  expect(await clearGallery('all')).toBe(0);
});
