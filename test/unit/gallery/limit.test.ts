import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  changePictures,
  createGalleryReader,
  gallerySums,
  keepWithin,
  type Picture,
  readPicture,
  storePicture,
} from '../../../src/gallery/index.ts';
import { samplePicture } from '../jobs/sample-job.ts';

let databases = 0;

async function galleryOf(...pictures: Partial<Picture>[]): Promise<string> {
  databases += 1;
  const name = `limit-${databases}`;
  for (const [place, more] of pictures.entries())
    await storePicture(samplePicture({ createdAt: place, byteLength: 100, ...more }), new Blob(['x']), name);
  return name;
}

async function idsIn(name: string): Promise<string[]> {
  const reader = createGalleryReader(name);
  const { pictures } = await reader.page(undefined, 100);
  reader.close();
  return pictures.map(({ id }) => id);
}

test('the oldest are removed, favourites and the newest stay, and the removed ones are returned', async () => {
  const name = await galleryOf(
    { id: 'loved', favourite: true },
    { id: 'old' },
    { id: 'older' },
    { id: 'new' },
  );
  expect((await keepWithin(250, name)).map(({ id }) => id)).toEqual(['old', 'older']);
  expect(await idsIn(name)).toEqual(['new', 'loved']);
  expect(await readPicture('old', name)).toBeUndefined();
  expect(await keepWithin(1, name)).toEqual([]);
  expect(await gallerySums(name)).toEqual({ pictures: 2, favourites: 1, byteLength: 200 });
});

test('deleted ones are removed first, and not returned', async () => {
  const name = await galleryOf({ id: 'old' }, { id: 'deleted' }, { id: 'new' });
  await changePictures(['deleted'], { deletedAt: 5 }, { databaseName: name });
  expect(await keepWithin(200, name)).toEqual([]);
  expect(await idsIn(name)).toEqual(['new', 'old']);
});

test('nothing goes while there is room', async () => {
  const name = await galleryOf({ id: 'a' }, { id: 'b' });
  expect(await keepWithin(200, name)).toEqual([]);
  expect(await idsIn(name)).toEqual(['b', 'a']);
});
