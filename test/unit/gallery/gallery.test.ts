import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { GALLERY_VERSION, openGalleryDatabase } from '../../../src/gallery/database.ts';
import { createGalleryReader, type Picture, readPicture, storePicture } from '../../../src/gallery/index.ts';

let databases = 0;
const fresh = () => `gallery-${++databases}`;

const picture = (id: string, change: Partial<Picture> = {}): Picture => ({
  id,
  request: { prompt: 'a red fox', style: 'none', seed: 7 },
  provider: 'puter',
  warnings: [{ code: 'seed-ignored' }],
  type: 'image/png',
  byteLength: 3,
  createdAt: 1_000,
  elapsedMs: 2_000,
  ...change,
});
const bytes = new Uint8Array([137, 80, 78]);
const blob = new Blob([bytes], { type: 'image/png' });

describe('the gallery', () => {
  test('gives back a picture and its bytes as they were stored', async () => {
    const name = fresh();
    await storePicture(picture('a'), blob, name);
    const stored = await readPicture('a', name);
    expect(stored?.picture).toEqual({ ...picture('a'), place: -1_000 });
    expect(stored?.blob.type).toBe('image/png');
    expect(new Uint8Array((await stored?.blob.arrayBuffer()) ?? new ArrayBuffer())).toEqual(bytes);
  });

  test('keeps a picture whose provider and style only a newer version knows', async () => {
    const name = fresh();
    const newer = picture('a', {
      provider: 'replicate' as never,
      request: { prompt: 'a fox', style: 'stained-glass' as never },
    });
    await storePicture(newer, blob, name);
    expect((await readPicture('a', name))?.picture).toEqual({ ...newer, place: -1_000 });
  });

  test('has nothing under an unknown id, or in a gallery that was never opened', async () => {
    expect(await readPicture('nobody', fresh())).toBeUndefined();
  });

  test('storing twice replaces', async () => {
    const name = fresh();
    await storePicture(picture('a'), blob, name);
    await storePicture(picture('a', { provider: 'huggingface' }), new Blob(['new']), name);
    const stored = await readPicture('a', name);
    expect(stored?.picture.provider).toBe('huggingface');
    expect(await stored?.blob.text()).toBe('new');
  });

  test('both parts or none: a record that cannot be stored leaves no bytes behind', async () => {
    const name = fresh();
    const broken = picture('a', { request: { prompt: 'x', style: 'none', extra: () => 0 } as never });
    await expect(storePicture(broken, blob, name)).rejects.toThrow();
    const database = await openGalleryDatabase(name);
    expect(await database.count('bytes')).toBe(0);
    expect(await database.count('pictures')).toBe(0);
    database.close();
  });

  test('both parts or none: bytes that cannot be stored leave no record behind', async () => {
    const name = fresh();
    const uncloneable = { type: 'image/png', text: () => 0 } as never;
    await expect(storePicture(picture('a'), uncloneable, name)).rejects.toThrow();
    const database = await openGalleryDatabase(name);
    expect(await database.count('bytes')).toBe(0);
    expect(await database.count('pictures')).toBe(0);
    database.close();
  });

  test('a record whose bytes are gone is no picture', async () => {
    const name = fresh();
    await storePicture(picture('a'), blob, name);
    const database = await openGalleryDatabase(name);
    await database.delete('bytes', 'a');
    database.close();
    expect(await readPicture('a', name)).toBeUndefined();
  });

  test('many at once', async () => {
    const name = fresh();
    const ids = Array.from({ length: 20 }, (_, index) => `picture-${index}`);
    await Promise.all(ids.map((id, index) => storePicture(picture(id, { createdAt: index }), blob, name)));
    const reader = createGalleryReader(name);
    const { pictures } = await reader.page(undefined, 100);
    expect(pictures.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    reader.close();
  });

  test('lets a newer version upgrade while it is open', async () => {
    const name = fresh();
    const open = await openGalleryDatabase(name);
    await new Promise<void>((resolve, reject) => {
      const newer = indexedDB.open(name, GALLERY_VERSION + 1);
      newer.onsuccess = () => {
        newer.result.close();
        resolve();
      };
      newer.onblocked = () => reject(new Error('Blocked by the older one'));
    });
    open.close();
  });

  test('refuses, rather than harms, a gallery from a newer version', async () => {
    const name = fresh();
    await new Promise<void>((resolve) => {
      const newer = indexedDB.open(name, GALLERY_VERSION + 1);
      newer.onsuccess = () => {
        newer.result.close();
        resolve();
      };
    });
    await expect(storePicture(picture('a'), blob, name)).rejects.toThrow();
    await expect(readPicture('a', name)).rejects.toThrow();
  });
});
