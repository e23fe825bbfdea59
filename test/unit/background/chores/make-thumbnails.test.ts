import { expect, test } from 'vitest';
import { makeMissingThumbnails, makeThumbnailOf } from '../../../../src/background/chores/make-thumbnails.ts';
import type { Picture } from '../../../../src/gallery/index.ts';
import { samplePicture } from '../../jobs/sample-job.ts';

const NOW = 1_700_000_000_000;
const blob = new Blob(['x']);
const one = (id: string, more: Partial<Picture> = {}) =>
  samplePicture({ id, createdAt: NOW - 1_000, ...more });

function bench(pictures: Picture[] = []) {
  const done: string[] = [];
  const ports = {
    clock: { now: () => NOW },
    announceGallery: (change?: { what: string; ids: string[] }) =>
      void done.push(`${change?.what} ${change?.ids}`),
    make: async () => ({ blob, width: 2, height: 1 }),
    store: async (id: string) => void done.push(`stored ${id}`),
  };
  const reader = {
    page: async () => ({ pictures, unreadable: 0 }),
    read: async (id: string) => {
      const picture = pictures.find((each) => each.id === id);
      return picture && { picture, blob };
    },
    close: () => void done.push('closed'),
  };
  return { done, ports, reader };
}

test('pages are told of a picture once its thumbnail is there', async () => {
  const { done, ports } = bench();
  await makeThumbnailOf({ picture: one('a'), blob }, ports);
  expect(done).toEqual(['stored a', 'made a']);
});

test('they are told of it where it has none, too', async () => {
  const { done, ports } = bench();
  await makeThumbnailOf({ picture: one('a'), blob }, { ...ports, make: async () => undefined });
  const store = async () => Promise.reject(new Error('full'));
  await makeThumbnailOf({ picture: one('b'), blob }, { ...ports, store });
  expect(done).toEqual(['made a', 'made b']);
});

test('makes those that a killed worker did not come to, and no others', async () => {
  const { done, ports, reader } = bench([
    one('a'),
    one('b', { width: 2, height: 1 }),
    one('old', { createdAt: NOW - 25 * 3_600_000 }),
  ]);
  await makeMissingThumbnails(ports, reader);
  expect(done).toEqual(['stored a', 'made a', 'closed']);
});
