import { describe, expect, test } from 'vitest';
import { createPictureShelf, type StoredPicture } from '../../../src/gallery/index.ts';
import { samplePicture } from '../jobs/sample-job.ts';

function shelfOver(failure?: string, maxBytes = 100) {
  const disk = new Map<string, StoredPicture>();
  const state = { failure, holds: 0 };
  const fail = () => {
    if (state.failure) throw new DOMException('No', state.failure);
  };
  const shelf = createPictureShelf({
    async store(picture, blob) {
      fail();
      disk.set(picture.id, { picture, blob });
    },
    async read(id) {
      fail();
      return disk.get(id);
    },
    keepAlive() {
      state.holds += 1;
      return () => {
        state.holds -= 1;
      };
    },
    maxBytes,
  });
  return { shelf, state, disk };
}
const blob = new Blob(['12345']);

describe('a browser that gives no database', () => {
  test.each(['InvalidStateError', 'SecurityError', 'NotSupportedError'])(
    '%s: pictures last for the session',
    async (failure) => {
      const { shelf, state } = shelfOver(failure);
      expect(await shelf.read('one')).toBeUndefined();
      await shelf.store(samplePicture(), blob);
      expect(shelf.isSessionOnly()).toBe(true);
      expect(await shelf.read('one')).toEqual({ picture: samplePicture(), blob });
      expect(state.holds).toBe(1);
      shelf.clear();
      expect(state.holds).toBe(0);
      expect(await shelf.read('one')).toBeUndefined();
    },
  );

  test('and no room in memory either: told as a full disk is', async () => {
    const { shelf } = shelfOver('SecurityError', 7);
    await shelf.store(samplePicture(), blob);
    await expect(shelf.store(samplePicture({ id: 'two' }), blob)).rejects.toThrow('No room');
  });
});

test.each(['QuotaExceededError', 'VersionError', 'UnknownError'])(
  '%s is told, and nothing is kept in memory',
  async (failure) => {
    const { shelf, state } = shelfOver(failure);
    await expect(shelf.store(samplePicture(), blob)).rejects.toThrow();
    await expect(shelf.read('one')).rejects.toThrow();
    expect(shelf.isSessionOnly()).toBe(false);
    expect(state.holds).toBe(0);
  },
);

test('a database that works is used', async () => {
  const { shelf, disk } = shelfOver();
  await shelf.store(samplePicture(), blob);
  expect(disk.has('one')).toBe(true);
  expect((await shelf.read('one'))?.picture.id).toBe('one');
});

test('a picture from a private window lies in memory alone, until the last private window is closed', async () => {
  let held = 0;
  const stored: string[] = [];
  const shelf = createPictureShelf({
    store: async ({ id }) => void stored.push(id),
    read: async () => undefined,
    keepAlive() {
      held += 1;
      return () => {
        held -= 1;
      };
    },
  });
  await shelf.store(samplePicture({ id: 'secret', isPrivate: true }), new Blob(['x']));
  await shelf.store(samplePicture({ id: 'plain' }), new Blob(['x']));
  expect(stored).toEqual(['plain']);
  expect([shelf.holds('secret'), shelf.isSessionOnly(), held]).toEqual([true, false, 1]);
  expect((await shelf.read('secret'))?.picture.id).toBe('secret');
  shelf.forgetPrivate();
  expect([await shelf.read('secret'), held]).toEqual([undefined, 0]);
});
