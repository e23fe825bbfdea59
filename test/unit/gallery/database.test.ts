import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { GALLERY_VERSION } from '../../../src/gallery/database.ts';
import { createGalleryReader, gallerySums, storePicture } from '../../../src/gallery/index.ts';
import { samplePicture } from '../jobs/sample-job.ts';

const blob = new Blob(['png'], { type: 'image/png' });

/** One picture's record as each version wrote it. Frozen: never changed, only added to. */
const RECORD_1 = {
  id: 'old',
  request: { prompt: 'a red fox', style: 'watercolor', seed: 7 },
  provider: 'puter',
  warnings: [{ code: 'seed-ignored' }],
  type: 'image/png',
  byteLength: 3,
  createdAt: 1_760_000_000_000,
  elapsedMs: 2_000,
};
const RECORD_2 = {
  ...RECORD_1,
  sent: { prompt: 'a red fox, watercolor painting' },
  attempts: [
    { provider: 'huggingface', route: 'nscale', code: 'RATE_LIMIT', status: 429 },
    { provider: 'puter' },
  ],
  width: 512,
  height: 768,
  group: 'press',
  page: 'https://page.example/story',
  favourite: true,
  place: -1_760_000_000_000,
};

interface Frozen {
  create(database: IDBDatabase): void;
  /** What lies in its stores: under its key, or under the record's own id. */
  holds: Record<string, [value: unknown, key?: string][]>;
}

/** What each version's database looked like. Frozen: whoever raises the version adds the one before as it was. */
const VERSIONS: Record<number, Frozen> = {
  1: {
    create(database) {
      database.createObjectStore('pictures', { keyPath: 'id' }).createIndex('createdAt', 'createdAt');
      database.createObjectStore('bytes');
    },
    holds: {
      pictures: [[RECORD_1], [{ ...RECORD_1, id: 'older', createdAt: 5 }], [{ id: 'broken' }]],
      bytes: [[blob, 'old']],
    },
  },
  2: {
    create(database) {
      const pictures = database.createObjectStore('pictures', { keyPath: 'id' });
      pictures.createIndex('place', ['place', 'id']);
      database.createObjectStore('bytes');
      database.createObjectStore('thumbnails');
    },
    holds: {
      pictures: [[RECORD_2], [{ ...RECORD_2, id: 'older', createdAt: 5, place: -5 }], [{ id: 'broken' }]],
      bytes: [[blob, 'old']],
      thumbnails: [[new Blob(['small']), 'old']],
    },
  },
};

function freeze(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const { create, holds } = VERSIONS[version] as Frozen;
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => create(opening.result);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(Object.keys(holds), 'readwrite');
      for (const [store, values] of Object.entries(holds))
        for (const [value, key] of values) transaction.objectStore(store).put(value, key);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const versions = Object.keys(VERSIONS).map(Number);

test('there is a frozen example of every version', () => {
  expect(versions).toEqual(Array.from({ length: GALLERY_VERSION }, (_, index) => index + 1));
});

describe.each(versions)('a gallery of version %i', (version) => {
  test('keeps its pictures in their order, takes new ones, and leaves what is broken where it is', async () => {
    const name = `frozen-${version}`;
    await freeze(name, version);
    await storePicture(samplePicture({ id: 'new', createdAt: 1_770_000_000_000 }), blob, name);
    const reader = createGalleryReader(name);
    const { pictures } = await reader.page(undefined, 10);
    expect(pictures.map(({ id }) => id)).toEqual(['new', 'old', 'older']);
    const [[record] = []] = VERSIONS[version]?.holds.pictures ?? [];
    expect((await reader.read('old'))?.picture).toEqual({
      ...(record as object),
      place: -1_760_000_000_000,
    });
    expect(await (await reader.thumbnail('old'))?.text()).toBe(version < 2 ? 'png' : 'small');
    reader.close();
    // The broken record is counted, and still there.
    expect((await gallerySums(name)).pictures).toBe(4);
  });
});

test('one of a newer version is left as it is, and refused by name', async () => {
  const name = 'newer';
  await new Promise<void>((resolve) => {
    const opening = indexedDB.open(name, GALLERY_VERSION + 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('of-the-future');
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
  for (const touch of [
    () => storePicture(samplePicture(), blob, name),
    () => createGalleryReader(name).read('old'),
    () => gallerySums(name),
  ])
    await expect(touch()).rejects.toMatchObject({ name: 'VersionError' });
  const left = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
  });
  expect([left.version, ...left.objectStoreNames]).toEqual([GALLERY_VERSION + 1, 'of-the-future']);
  left.close();
});
