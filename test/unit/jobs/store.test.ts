import { describe, expect, test, vi } from 'vitest';
import { createJobStore, type Job, readJobs, watchJobs } from '../../../src/jobs/index.ts';
import { memoryArea } from './memory-area.ts';
import { sampleJob } from './sample-job.ts';

const good = sampleJob({ id: 'good' });
const CORRUPT: Record<string, unknown> = {
  'job:text': 'not a job',
  'job:null': null,
  'job:empty': {},
  'job:status': { ...good, id: 'status', status: 'exploded' },
  'job:style': { ...good, id: 'style', request: { prompt: 'x', style: { is: 'photo' } } },
  'job:attempts': { ...good, id: 'attempts', attempts: [{ provider: 'nobody' }] },
  'job:warnings': { ...good, id: 'warnings', warnings: 'none' },
  'job:route': {
    ...good,
    id: 'route',
    attempts: [
      { provider: 'puter', startedAt: 1, routes: [{ route: 'nscale', startedAt: 1, status: { is: 503 } }] },
    ],
  },
  'job:reason': {
    ...good,
    id: 'reason',
    error: {
      code: 'FORBIDDEN',
      message: '',
      causes: [
        {
          provider: 'puter',
          error: { code: 'FORBIDDEN', message: '', shouldFallback: false, reason: { is: 'none' } },
        },
      ],
    },
  },
  'job:elsewhere': { ...good, id: 'another' },
};

describe('the store', () => {
  test('skips what is no job, and everything that is not its own', async () => {
    const area = memoryArea({ 'job:good': good, ...CORRUPT, settings: { version: 1 }, secrets: {} });
    expect(await createJobStore(area).all()).toEqual([good]);
  });

  test.each(Object.keys(CORRUPT))('finds nothing under %s', async (key) => {
    expect(await createJobStore(memoryArea(CORRUPT)).get(key.slice('job:'.length))).toBeUndefined();
  });

  test('gives back a job as it was stored, with fields it does not know', async () => {
    const area = memoryArea();
    const job = { ...good, later: 'field', warnings: [{ code: 'seed-ignored' as const }] };
    await createJobStore(area).save(job);
    expect(await createJobStore(area).get('good')).toEqual(job);
  });

  test('keeps a job whose provider, style or origin only a newer version knows', async () => {
    const newer = {
      ...good,
      status: 'succeeded',
      request: { prompt: 'a fox', style: 'stained-glass' },
      origin: 'omnibox',
      provider: 'replicate',
      attempts: [{ provider: 'replicate', startedAt: 1, routes: [] }],
      error: {
        code: 'TIMEOUT',
        message: '',
        causes: [{ provider: 'replicate', error: { code: 'TIMEOUT', message: '', shouldFallback: true } }],
      },
    };
    const area = memoryArea({ 'job:good': newer });
    expect(await createJobStore(area).all()).toEqual([newer]);
  });

  test('puts the newest first', async () => {
    const jobs = [2, 3, 1].map((createdAt) => sampleJob({ id: `at-${createdAt}`, createdAt }));
    const area = memoryArea(Object.fromEntries(jobs.map((job) => [`job:${job.id}`, job])));
    expect((await readJobs(area)).map(({ createdAt }) => createdAt)).toEqual([3, 2, 1]);
  });

  test('forgets ended jobs beyond fifty, the oldest, and never one that is under way', async () => {
    const ended = Array.from({ length: 53 }, (_, index) =>
      sampleJob({ id: `ended-${index}`, status: 'succeeded', createdAt: 100 + index, endedAt: 900 }),
    );
    const active = [
      sampleJob({ id: 'waits', createdAt: 1 }),
      sampleJob({ id: 'runs', status: 'running', createdAt: 2 }),
    ];
    const area = memoryArea({
      ...Object.fromEntries([...ended, ...active].map((job) => [`job:${job.id}`, job])),
      settings: {},
    });
    await createJobStore(area).prune();
    const left = Object.keys(area.snapshot());
    expect(left).toHaveLength(53);
    expect(left).toEqual(expect.arrayContaining(['job:waits', 'job:runs', 'settings', 'job:ended-3']));
    expect(left).not.toContain('job:ended-2');
  });

  test('does not forget where a paid picture lies, or that it is to be stored, for the sake of others', async () => {
    const error = { code: 'PICTURE_UNREACHABLE' as const, message: '', shouldFallback: false };
    const owing = sampleJob({
      id: 'owing',
      status: 'failed',
      createdAt: 1,
      endedAt: 2,
      error: {
        ...error,
        causes: [{ provider: 'puter', error: { ...error, pictureUrl: 'https://cdn.example/fox' } }],
      },
    });
    const others = Array.from({ length: 51 }, (_, index) =>
      sampleJob({ id: `ended-${index}`, status: 'succeeded', createdAt: 100 + index, endedAt: 900 }),
    );
    const unstored = sampleJob({
      id: 'unstored',
      status: 'failed',
      createdAt: 2,
      attempts: [{ provider: 'puter', startedAt: 1, outcome: 'succeeded', routes: [] }],
      error: { code: 'STORAGE_FAILED', message: '', causes: [] },
    });
    const all = [owing, unstored, ...others];
    const area = memoryArea(Object.fromEntries(all.map((job) => [`job:${job.id}`, job])));
    await createJobStore(area).prune();
    expect(Object.keys(area.snapshot())).toHaveLength(52);
    expect(area.snapshot()).toMatchObject({ 'job:owing': owing, 'job:unstored': unstored });
  });
});

describe('what is unsettled', () => {
  const succeeded = { provider: 'puter' as const, startedAt: 1, outcome: 'succeeded' as const, routes: [] };
  const error = { code: 'STORAGE_FAILED', message: '', causes: [] };

  test('waits, runs, or waits to be stored; the oldest first', async () => {
    const jobs = [
      sampleJob({ id: 'waits', createdAt: 3 }),
      sampleJob({ id: 'runs', status: 'running', createdAt: 1 }),
      sampleJob({ id: 'unstored', status: 'failed', createdAt: 2, error, attempts: [succeeded] }),
      sampleJob({ id: 'unmade', status: 'failed', error }),
      sampleJob({ id: 'failed', status: 'failed', error: { ...error, code: 'UNKNOWN' } }),
      ...(['succeeded', 'cancelled', 'interrupted'] as const).map((status) =>
        sampleJob({ id: status, status }),
      ),
    ];
    const area = memoryArea({
      ...CORRUPT,
      ...Object.fromEntries(jobs.map((job) => [`job:${job.id}`, job])),
    });
    const left = await createJobStore(area).unsettled();
    expect(left.map(({ id }) => id)).toEqual(['runs', 'unstored', 'waits']);
  });
});

describe('a change', () => {
  test('of one job follows the other, so that neither is lost', async () => {
    const store = createJobStore(memoryArea({ 'job:good': { ...good, endedAt: 0 } }));
    const later = (job: Job) => ({ ...job, endedAt: (job.endedAt ?? 0) + 1 });
    await Promise.all([store.change('good', later), store.change('good', later)]);
    expect((await store.get('good'))?.endedAt).toBe(2);
  });

  test('of a missing job, or without a change, stores nothing', async () => {
    const area = memoryArea({ 'job:good': good });
    area.beforeSet = () => {
      throw new Error('Stored');
    };
    expect(await createJobStore(area).change('nobody', (job) => job)).toBeUndefined();
    expect(await createJobStore(area).change('good', () => undefined)).toBeUndefined();
  });

  test('that cannot be stored is rejected, and the next one is still made', async () => {
    const area = memoryArea({ 'job:good': good });
    const store = createJobStore(area);
    area.beforeSet = () => {
      throw new Error('Disk full');
    };
    await expect(store.change('good', (job) => job)).rejects.toThrow('Disk full');
    area.beforeSet = () => undefined;
    expect(await store.change('good', (job) => ({ ...job, dismissed: true }))).toMatchObject({
      dismissed: true,
    });
  });
});

test('storage that never answers is reported after ten seconds', async () => {
  vi.useFakeTimers();
  const never = () => new Promise<never>(() => undefined);
  const store = createJobStore({ ...memoryArea(), get: never, set: never });
  const answers = Promise.allSettled([store.save(good), store.unsettled()]);
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('a reading that never answers does not keep the next change from being made', async () => {
  vi.useFakeTimers();
  const area = memoryArea({ 'job:good': good });
  const get = vi.fn(area.get).mockReturnValueOnce(new Promise<never>(() => undefined));
  const store = createJobStore({ ...area, get });
  const dismissed = (job: Job) => ({ ...job, dismissed: true });
  const answers = Promise.allSettled([store.change('good', dismissed), store.change('good', dismissed)]);
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

describe('watching', () => {
  function watch(area: ReturnType<typeof memoryArea>) {
    const seen: string[][] = [];
    const first = Promise.withResolvers<void>();
    const stop = watchJobs(area, (jobs) => {
      seen.push(jobs.map(({ id, status }) => `${id} ${status}`));
      first.resolve();
    });
    return { seen, stop, first: first.promise };
  }

  test('tells what is there, then every change, additions and removals', async () => {
    const area = memoryArea({ 'job:good': good });
    const { seen, first } = watch(area);
    await first;
    await area.set({ 'job:good': { ...good, status: 'running' } });
    await area.set({ settings: {} });
    await area.remove('job:good');
    expect(seen).toEqual([['good queued'], ['good running'], []]);
  });

  test('loses no change that comes while the first reading is under way', async () => {
    const area = memoryArea({ 'job:good': good });
    const reading = Promise.withResolvers<void>();
    const slow = {
      ...area,
      async get(keys: null | string | string[]) {
        const stored = await area.get(keys);
        await reading.promise;
        return stored;
      },
    };
    const { seen, first } = watch(slow);
    await area.set({ 'job:good': { ...good, status: 'running' } });
    await area.set({ 'job:new': sampleJob({ id: 'new', createdAt: 2_000 }) });
    expect(seen).toEqual([]);
    reading.resolve();
    await first;
    expect(seen).toEqual([['new queued', 'good running']]);
  });

  test('a record that becomes corrupt disappears', async () => {
    const area = memoryArea({ 'job:good': good });
    const { seen, first } = watch(area);
    await first;
    await area.set({ 'job:good': { ...good, attempts: 'none' } });
    expect(seen.at(-1)).toEqual([]);
  });

  test('stops when told, also before the first reading is done', async () => {
    const area = memoryArea({ 'job:good': good });
    const early = watch(area);
    early.stop();
    const late = watch(area);
    await late.first;
    late.stop();
    await area.set({ 'job:good': { ...good, status: 'running' } });
    expect(early.seen).toEqual([]);
    expect(late.seen).toHaveLength(1);
    expect(area.listeners.size).toBe(0);
  });

  test('storage that cannot be read shows no jobs', async () => {
    const area = { ...memoryArea(), get: () => Promise.reject<Record<string, Job>>(new Error('Broken')) };
    const shown = await new Promise<Job[]>((resolve) => watchJobs(area, resolve));
    expect(shown).toEqual([]);
  });
});
