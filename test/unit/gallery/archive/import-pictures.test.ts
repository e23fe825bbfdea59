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

/** The browser's locks: one holder of a name at a time. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request<Value>(_name: string, _options: object, work: () => Promise<Value>): Promise<Value> {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
  };
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

test('cancelled on the way it leaves what could be brought back before', async () => {
  const deleted = { ...samplePicture({ id: 'a', place: -1 }), deletedAt: 5 };
  await storePicture(deleted, new Blob(['own']), 'deleted');
  async function* breaking() {
    yield* these('a', 'b');
    throw new DOMException('Stopped', 'AbortError');
  }
  await expect(importPictures(breaking(), { databaseName: 'deleted', thumbnailOf })).rejects.toThrow(
    'Stopped',
  );
  expect(await createGalleryReader('deleted').read('a')).toMatchObject({ picture: { deletedAt: 5 } });
  expect(await createGalleryReader('deleted').read('b')).toBeUndefined();
});

test('a page that is closed on the way leaves whole pictures, and the next import brings the rest, nothing twice', async () => {
  const closed = Promise.withResolvers<never>();
  async function* cut() {
    yield* these('a', 'b');
    await closed.promise;
  }
  const second = Promise.withResolvers<void>();
  void importPictures(cut(), {
    databaseName: 'closed',
    thumbnailOf,
    // The browser releases what a closed page held.
    locks: fakeLocks(),
    onProgress: (count) => count === 2 && second.resolve(),
  });
  await second.promise;
  expect((await ids('closed')).toSorted()).toEqual(['a', 'b']);
  expect((await createGalleryReader('closed').read('b'))?.blob.size).toBe(1);
  // What is there is a repeat for `readArchive`, which hands out the rest alone.
  expect(await importPictures(these('c'), { databaseName: 'closed', thumbnailOf })).toBe(1);
  expect((await ids('closed')).toSorted()).toEqual(['a', 'b', 'c']);
});

test('two pages import the same archive: one that is cancelled takes nothing of the other’s', async () => {
  const locks = fakeLocks();
  const stop = new AbortController();
  const first = importPictures(these('a', 'b', 'c'), {
    databaseName: 'two',
    thumbnailOf,
    locks,
    signal: stop.signal,
    onProgress: (count) => count === 2 && stop.abort(new DOMException('Stopped', 'AbortError')),
  });
  const second = importPictures(these('a', 'b', 'c'), { databaseName: 'two', thumbnailOf, locks });
  await expect(first).rejects.toThrow('Stopped');
  expect(await second).toBe(3);
  expect((await ids('two')).toSorted()).toEqual(['a', 'b', 'c']);
});

test('a picture that came back since the archive was looked through stays as it is', async () => {
  await storePicture(samplePicture({ id: 'a', favourite: true }), new Blob(['own']), 'back');
  expect(await importPictures(these('a', 'b'), { databaseName: 'back', thumbnailOf })).toBe(2);
  const there = await createGalleryReader('back').read('a');
  expect(there?.picture.favourite).toBe(true);
  expect(await there?.blob.text()).toBe('own');
});
