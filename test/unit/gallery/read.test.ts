import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { openGalleryDatabase } from '../../../src/gallery/database.ts';
import {
  changePictures,
  createGalleryReader,
  type Picture,
  type PlaceInGallery,
  purgeDeleted,
  storePicture,
  storeThumbnail,
} from '../../../src/gallery/index.ts';

let databases = 0;
const fresh = () => `gallery-read-${++databases}`;
const picture = (id: string, createdAt: number, change: Partial<Picture> = {}): Picture => ({
  id,
  request: { prompt: `prompt ${id}`, style: 'none' },
  provider: 'huggingface',
  type: 'image/png',
  byteLength: 3,
  createdAt,
  elapsedMs: 1,
  ...change,
});
const blob = new Blob(['png'], { type: 'image/png' });

async function hang(name: string, ...pictures: Picture[]) {
  for (const one of pictures) await storePicture(one, blob, name);
}

async function idsOf(name: string, count = 2): Promise<string[]> {
  const reader = createGalleryReader(name);
  const ids: string[] = [];
  let from: PlaceInGallery | undefined;
  do {
    const { pictures, next } = await reader.page(from, count);
    ids.push(...pictures.map(({ id }) => id));
    from = next;
  } while (from);
  reader.close();
  return ids;
}

describe('pages of records', () => {
  test('the newest first, each once, however small the pages are', async () => {
    const name = fresh();
    await hang(name, picture('a', 10), picture('b', 30), picture('c', 40), picture('d', 50));
    for (const count of [1, 2, 3, 4, 5]) expect(await idsOf(name, count)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('imported ones of the same moment are not skipped between two pages', async () => {
    const name = fresh();
    await hang(name, ...['a', 'b', 'c'].map((id) => picture(id, 10, { place: -10 })));
    expect((await idsOf(name, 1)).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('what is made after the clock was turned back still comes first', async () => {
    const name = fresh();
    const yearAhead = 365 * 86_400_000;
    await hang(name, picture('before', yearAhead), picture('after', 1_000), picture('last', 2_000));
    expect(await idsOf(name)).toEqual(['last', 'after', 'before']);
  });

  test('storing again keeps the place', async () => {
    const name = fresh();
    await hang(name, picture('a', 10), picture('b', 20), picture('a', 30));
    expect(await idsOf(name)).toEqual(['b', 'a']);
  });

  test('a record that cannot be read is counted and costs no other', async () => {
    const name = fresh();
    await hang(name, picture('a', 10), picture('b', 20), picture('c', 30));
    const database = await openGalleryDatabase(name);
    await database.put('pictures', { id: 'b', place: -20, createdAt: 'yesterday' } as never);
    database.close();
    const reader = createGalleryReader(name);
    const page = await reader.page(undefined, 10);
    expect([page.pictures.map(({ id }) => id), page.unreadable]).toEqual([['c', 'a'], 1]);
    reader.close();
  });

  test('some are read by their ids, without those that are gone or cannot be read', async () => {
    const name = fresh();
    await hang(name, picture('a', 10), picture('b', 20), picture('c', 30));
    const database = await openGalleryDatabase(name);
    await database.put('pictures', { id: 'b', place: -20, createdAt: 'yesterday' } as never);
    database.close();
    const reader = createGalleryReader(name);
    expect((await reader.records(['c', 'nobody', 'b', 'a'])).map(({ id }) => id)).toEqual(['c', 'a']);
    reader.close();
  });

  test('a connection that the browser closed is opened again', async () => {
    const name = fresh();
    await hang(name, picture('a', 10));
    const reader = createGalleryReader(name);
    await reader.page(undefined, 1);
    reader.close();
    expect((await reader.page(undefined, 1)).pictures).toHaveLength(1);
    reader.close();
  });
});

describe('thumbnails', () => {
  test('stand in for the picture; where there is none, the picture itself', async () => {
    const name = fresh();
    const thumbnail = { blob: new Blob(['tiny']), width: 640, height: 480 };
    await hang(name, picture('a', 10), picture('b', 20));
    await storeThumbnail('a', thumbnail, name);
    await storeThumbnail('nobody', thumbnail, name);
    const reader = createGalleryReader(name);
    expect(await (await reader.thumbnail('a'))?.text()).toBe('tiny');
    expect(await (await reader.thumbnail('b'))?.text()).toBe('png');
    expect((await reader.read('a'))?.picture).toMatchObject({ width: 640, height: 480 });
    reader.close();
  });
});

describe('what the user says of pictures', () => {
  test('a favourite is one until it is none; unknown ids are not made up', async () => {
    const name = fresh();
    await hang(name, picture('a', 10));
    expect(await changePictures(['a', 'nobody'], { favourite: true }, { databaseName: name })).toEqual(['a']);
    const reader = createGalleryReader(name);
    expect((await reader.read('a'))?.picture.favourite).toBe(true);
    await changePictures(['a'], { favourite: undefined }, { databaseName: name });
    expect((await reader.read('a'))?.picture).not.toHaveProperty('favourite');
    reader.close();
  });

  test('a deleted one is hidden, can be restored, and is removed after its time', async () => {
    const name = fresh();
    await hang(name, picture('a', 10), picture('b', 20));
    await changePictures(['a', 'b'], { deletedAt: 1_000 }, { databaseName: name });
    expect(await idsOf(name)).toEqual([]);
    await changePictures(['b'], { deletedAt: undefined }, { databaseName: name });
    expect(await idsOf(name)).toEqual(['b']);
    expect(await purgeDeleted({ deletedBefore: 999, now: 2_000 }, { databaseName: name })).toEqual([]);
    expect(await purgeDeleted({ deletedBefore: 1_001, now: 2_000 }, { databaseName: name })).toEqual(['a']);
    const database = await openGalleryDatabase(name);
    expect(await database.getAllKeys('bytes')).toEqual(['b']);
    database.close();
  });

  test('one whose mark of deletion cannot be read is shown, and stays', async () => {
    const name = fresh();
    await hang(name, picture('a', 10));
    await changePictures(['a'], { deletedAt: 'yesterday' as unknown as number }, { databaseName: name });
    expect(await purgeDeleted({ deletedBefore: 1_000, now: 2_000 }, { databaseName: name })).toEqual([]);
    expect(await idsOf(name)).toEqual(['a']);
  });

  test('one that was deleted before the clock was set back can be restored as long as any other, and no longer', async () => {
    const name = fresh();
    await hang(name, picture('a', 10));
    await changePictures(['a'], { deletedAt: 9_000_000 }, { databaseName: name });
    expect(await purgeDeleted({ deletedBefore: 1_000, now: 2_000 }, { databaseName: name })).toEqual([]);
    expect(await purgeDeleted({ deletedBefore: 1_999, now: 2_999 }, { databaseName: name })).toEqual([]);
    expect(await idsOf(name)).toEqual([]);
    expect(await purgeDeleted({ deletedBefore: 2_001, now: 3_001 }, { databaseName: name })).toEqual(['a']);
  });
});
