import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Picture } from '../../../src/gallery/index.ts';
import { createJobStore, createPictureKeeper, type Job } from '../../../src/jobs/index.ts';
import { memoryArea } from './memory-area.ts';
import { PICTURE, sampleJob } from './sample-job.ts';

function keeper() {
  const stored: { picture: Picture; blob: Blob }[] = [];
  const pictures = createPictureKeeper({
    store: async (picture, blob) => void stored.push({ picture, blob }),
    jobs: { change: async () => undefined },
    find: () => Promise.reject(new Error('Cannot be opened')),
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

test('a gallery that cannot be read is not taken for an empty one', async () => {
  await expect(keeper().pictures.find('one')).rejects.toThrow('Cannot be opened');
});

describe('a picture that cannot be stored', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function full() {
    const disk = { full: true, jobsFull: false, holds: 0, tries: 0 };
    const area = memoryArea({ 'job:one': unstored });
    area.beforeSet = () => {
      if (disk.jobsFull) throw new Error('Disk full');
    };
    const pictures = createPictureKeeper({
      jobs: createJobStore(area),
      async store() {
        disk.tries += 1;
        if (disk.full) throw new DOMException('Disk full', 'QuotaExceededError');
      },
      find: async () => undefined,
      clock: { now: () => 9_000 },
      keepAlive() {
        disk.holds += 1;
        return () => {
          disk.holds -= 1;
        };
      },
    });
    const record = () => area.snapshot()['job:one'] as Job;
    return { disk, pictures, record };
  }
  const unstored = sampleJob({
    status: 'failed',
    endedAt: 9_000,
    attempts: [{ provider: 'puter', startedAt: 1, endedAt: 2, outcome: 'succeeded', routes: [] }],
    error: { code: 'STORAGE_FAILED', message: '', causes: [] },
  });
  const { error: _, ...withoutError } = unstored;
  const stored = { ...withoutError, status: 'succeeded', provider: 'puter', model: 'flux' };
  const keep = (pictures: ReturnType<typeof full>['pictures']) =>
    pictures.keep(sampleJob({}), { success: true, image: PICTURE, provider: 'puter', model: 'flux' });

  test('keeps the worker alive until it is stored, and its job knows', async () => {
    const { disk, pictures, record } = full();
    expect(await keep(pictures)).toBe(false);
    expect(await pictures.keepAgain('one')).toBe(false);
    expect(disk.holds).toBe(1);
    disk.full = false;
    expect(await pictures.keepAgain('one')).toBe(true);
    expect(record()).toEqual(stored);
    expect([disk.holds, vi.getTimerCount()]).toEqual([0, 0]);
    expect(await pictures.keepAgain('one')).toBeUndefined();
  });

  test('is held only once for several attempts, and released when an attempt stores it', async () => {
    const { disk, pictures } = full();
    await keep(pictures);
    await keep(pictures);
    expect([disk.holds, vi.getTimerCount()]).toEqual([1, 2]);
    disk.full = false;
    expect(await keep(pictures)).toBe(true);
    expect([disk.holds, vi.getTimerCount()]).toEqual([0, 0]);
    expect(await pictures.keepAgain('one')).toBeUndefined();
  });

  test('is tried again every twenty seconds, without anybody asking', async () => {
    const { disk, pictures, record } = full();
    await keep(pictures);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(disk.tries).toBe(3);
    expect(record()).toEqual(unstored);
    disk.full = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(record()).toEqual(stored);
    expect(disk.holds).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk.tries).toBe(4);
  });

  test('and then is, but its job cannot be: it is held until the job can be', async () => {
    const { disk, pictures, record } = full();
    await keep(pictures);
    Object.assign(disk, { full: false, jobsFull: true });
    expect(await pictures.keepAgain('one')).toBe(false);
    disk.jobsFull = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(record()).toEqual(stored);
    expect(disk.holds).toBe(0);
  });

  test('is released after ten minutes, and so is the worker', async () => {
    const { disk, pictures } = full();
    await keep(pictures);
    await vi.advanceTimersByTimeAsync(10 * 60_000 - 1);
    expect(disk.holds).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(disk.holds).toBe(0);
    expect(await pictures.keepAgain('one')).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('keeps no job waiting when the database does not answer, and is still held', async () => {
    const never = () => new Promise<never>(() => undefined);
    const pictures = createPictureKeeper({
      jobs: { change: never },
      store: never,
      find: never,
      clock: { now: () => 9_000 },
      keepAlive: () => () => undefined,
    });
    const found = pictures.find('one').catch(() => 'no answer');
    const kept = keep(pictures);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([await found, await kept]).toEqual(['no answer', false]);
    const again = pictures.keepAgain('one');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await again).toBe(false);
  });
});
