import { describe, expect, test } from 'vitest';
import { createJobStore, type Job, readJobs, watchJobs } from '../../../src/jobs/index.ts';
import { memoryArea } from './memory-area.ts';
import { sampleJob } from './sample-job.ts';

const good = sampleJob({ id: 'good' });
const CORRUPT: Record<string, unknown> = {
  'job:text': 'not a job',
  'job:null': null,
  'job:empty': {},
  'job:status': { ...good, id: 'status', status: 'exploded' },
  'job:style': { ...good, id: 'style', request: { prompt: 'x', style: 'toString' } },
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
