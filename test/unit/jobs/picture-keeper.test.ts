import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Picture } from '../../../src/gallery/index.ts';
import { createPictureKeeper } from '../../../src/jobs/index.ts';
import { PICTURE, sampleJob } from './sample-job.ts';

function keeper() {
  const stored: { picture: Picture; blob: Blob }[] = [];
  const pictures = createPictureKeeper({
    store: async (picture, blob) => void stored.push({ picture, blob }),
    has: () => Promise.reject(new Error('Cannot be opened')),
    clock: { now: () => 9_000 },
    keepAlive: () => () => undefined,
  });
  return { stored, pictures };
}

test('stores the bytes with their true type and how they were made', async () => {
  const { stored, pictures } = keeper();
  const job = sampleJob({ createdAt: 1_000, startedAt: 4_000 });
  const warnings = [{ code: 'size-ignored' as const }];
  const result = {
    success: true,
    image: PICTURE,
    provider: 'puter',
    model: 'flux',
    route: 'r',
    warnings,
  } as const;
  expect(await pictures.keep(job, { ...result, warnings })).toBe(true);
  expect(stored[0]?.picture).toEqual({
    id: 'one',
    request: job.request,
    provider: 'puter',
    model: 'flux',
    route: 'r',
    warnings,
    type: 'image/png',
    byteLength: stored[0]?.blob.size,
    createdAt: 9_000,
    elapsedMs: 5_000,
  });
  const bytes = new Uint8Array((await stored[0]?.blob.arrayBuffer()) ?? new ArrayBuffer());
  expect(Buffer.from(bytes).toString('base64')).toBe(PICTURE.split(',')[1]);
});

test('a picture fetched later counts the time its job took, not the time until it was fetched', async () => {
  const { stored, pictures } = keeper();
  const job = sampleJob({ status: 'failed', startedAt: 1_000, endedAt: 3_000 });
  await pictures.keepBytes(job, { provider: 'huggingface' }, new Uint8Array([1]), 'image/png');
  expect(stored[0]?.picture.elapsedMs).toBe(2_000);
});

test.each([undefined, '', 'data:text/html;base64,PGh0bWw+', 'https://elsewhere.example/a.png'])(
  'stores nothing that is no picture: %s',
  async (image) => {
    const { stored, pictures } = keeper();
    expect(await pictures.keep(sampleJob(), { success: true, ...(image !== undefined && { image }) })).toBe(
      false,
    );
    expect(stored).toEqual([]);
  },
);

test('a gallery that cannot be read has nothing', async () => {
  expect(await keeper().pictures.has('one')).toBe(false);
});

describe('a picture that cannot be stored', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function full() {
    const disk = { full: true, holds: 0 };
    const pictures = createPictureKeeper({
      async store() {
        if (disk.full) throw new DOMException('Disk full', 'QuotaExceededError');
      },
      has: async () => false,
      clock: { now: () => 9_000 },
      keepAlive() {
        disk.holds += 1;
        return () => {
          disk.holds -= 1;
        };
      },
    });
    return { disk, pictures };
  }
  const keep = (pictures: ReturnType<typeof full>['pictures']) =>
    pictures.keep(sampleJob({}), { success: true, image: PICTURE, provider: 'puter' });

  test('keeps the worker alive until it is stored', async () => {
    const { disk, pictures } = full();
    expect(await keep(pictures)).toBe(false);
    expect(await pictures.keepAgain('one')).toBeUndefined();
    expect(disk.holds).toBe(1);
    disk.full = false;
    expect(await pictures.keepAgain('one')).toMatchObject({ id: 'one', provider: 'puter' });
    expect(disk.holds).toBe(0);
    expect(pictures.holds('one')).toBe(false);
  });

  test('is let go after ten minutes, and the worker with it', async () => {
    const { disk, pictures } = full();
    await keep(pictures);
    vi.advanceTimersByTime(10 * 60_000 - 1);
    expect(pictures.holds('one')).toBe(true);
    vi.advanceTimersByTime(1);
    expect(pictures.holds('one')).toBe(false);
    expect(disk.holds).toBe(0);
  });

  test('for want of any answer keeps no job waiting, and is held all the same', async () => {
    const never = () => new Promise<never>(() => undefined);
    const ports = { store: never, has: never, clock: { now: () => 9_000 }, keepAlive: () => () => undefined };
    const pictures = createPictureKeeper(ports);
    const answers = Promise.all([pictures.has('one'), keep(pictures)]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await answers).toEqual([false, false]);
    expect(pictures.holds('one')).toBe(true);
  });
});
