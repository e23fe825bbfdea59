import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { importPictures } from '../../../../src/gallery/archive/import-pictures.ts';
import { createGalleryReader, storePicture } from '../../../../src/gallery/index.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const blob = new Blob(['x'], { type: 'image/png' });
const stored = (id: string) => ({ picture: samplePicture({ id, place: -4_000 }), blob });
const thumbnailOf = async () => ({ blob, width: 5, height: 7 });
const ids = async (name: string) =>
  (await createGalleryReader(name).page(undefined, 100)).pictures.map(({ id }) => id);

async function* these(...all: string[]) {
  for (const id of all) yield stored(id);
}

test('all of them are stored, with thumbnail and size', async () => {
  const seen: number[] = [];
  const options = { databaseName: 'whole', thumbnailOf, onProgress: (count: number) => seen.push(count) };
  expect(await importPictures(these('a', 'b'), options)).toBe(2);
  expect(seen).toEqual([1, 2]);
  expect(await createGalleryReader('whole').read('a')).toMatchObject({ picture: { width: 5, height: 7 } });
});

test('a disk that is full on the way leaves none of them, and what was there before', async () => {
  await storePicture(samplePicture({ id: 'old' }), blob, 'full');
  async function* breaking() {
    yield* these('a', 'b');
    throw new DOMException('Full', 'QuotaExceededError');
  }
  const importing = importPictures(breaking(), { databaseName: 'full', thumbnailOf });
  await expect(importing).rejects.toThrow('Full');
  expect(await ids('full')).toEqual(['old']);
});

test('cancelled on the way it leaves none of them', async () => {
  const stop = new AbortController();
  const importing = importPictures(these('a', 'b', 'c'), {
    databaseName: 'stopped',
    thumbnailOf,
    signal: stop.signal,
    onProgress: (count) => count === 2 && stop.abort(new DOMException('Stopped', 'AbortError')),
  });
  await expect(importing).rejects.toThrow('Stopped');
  expect(await ids('stopped')).toEqual([]);
});
