import { describe, expect, test } from 'vitest';
import { createThumbnailCache } from '../../../../../src/ui/gallery/wall/thumbnail-cache.ts';

function bench(spare: number) {
  const revoked: string[] = [];
  const read: string[] = [];
  const turns: number[] = [];
  const cache = createThumbnailCache({
    reader: {
      thumbnails: (ids) => {
        read.push(...ids);
        turns.push(ids.length);
        return ids.map(async (id) => (id === 'gone' ? undefined : new Blob([id])));
      },
    },
    createUrl: async (blob) => `blob:${blob.size}`,
    revokeUrl: (url) => revoked.push(url),
    spare,
  });
  return { cache, revoked, read, turns };
}

describe('addresses of thumbnails', () => {
  test('one that is shown twice is read once, and kept until both release it', async () => {
    const { cache, revoked, read } = bench(0);
    expect(await cache.take('a')).toBe(await cache.take('a'));
    cache.letGo('a');
    await Promise.resolve();
    expect(revoked).toEqual([]);
    cache.letGo('a');
    await new Promise((resolve) => setTimeout(resolve));
    expect([read, revoked]).toEqual([['a'], ['blob:1']]);
  });

  test('some that are no longer shown are kept, and the oldest is dropped first', async () => {
    const { cache, revoked, read } = bench(1);
    for (const id of ['a', 'bb']) {
      await cache.take(id);
      cache.letGo(id);
    }
    await new Promise((resolve) => setTimeout(resolve));
    expect(revoked).toEqual(['blob:1']);
    await cache.take('bb');
    expect(read).toEqual(['a', 'bb']);
  });

  test('those that are asked for in one turn are read together', async () => {
    const { cache, turns } = bench(0);
    await Promise.all([cache.take('a'), cache.take('b'), cache.take('a')]);
    await cache.take('c');
    expect(turns).toEqual([2, 1]);
  });

  test('is settled when all that were asked for are read', async () => {
    const { cache } = bench(1);
    let isRead = false;
    void Promise.all([cache.take('a'), cache.take('gone')]).then(() => {
      isRead = true;
    });
    await cache.settled();
    expect(isRead).toBe(true);
  });

  test('a picture that is gone has no address', async () => {
    expect(await bench(1).cache.take('gone')).toBeUndefined();
  });
});
