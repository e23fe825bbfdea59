import { describe, expect, test, vi } from 'vitest';
import type { GenerationRequest, ProviderResult } from '../../../src/generation/index.ts';
import { createJobRunner } from '../../../src/jobs/index.ts';
import { runnerBench } from './runner-bench.ts';
import { PICTURE, sampleJob } from './sample-job.ts';

const FOX: GenerationRequest = { prompt: 'a red fox', style: 'none' };
const made: ProviderResult = { success: true, image: PICTURE };
const busy: ProviderResult = {
  success: false,
  error: { code: 'SERVICE_UNAVAILABLE', message: 'Busy', shouldFallback: true, retryAfter: 30 },
};
const refused: ProviderResult = {
  success: false,
  error: { code: 'UNAUTHORIZED', message: 'No', shouldFallback: false },
};

/** Ports that the test does not use. */
const unused = {
  collect: async () => undefined,
  prefersWaiting: async () => false,
  isOnline: () => true,
  alarm: () => undefined,
};

describe('a job', () => {
  test('is on disk before the first request, and again before the fallback is asked', async () => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(busy);
    await bench.until(() => bench.asked.length === 2);
    bench.asked[1]?.answer(made);
    const job = await bench.ended(id);

    expect(bench.events).toEqual([
      'stored queued',
      'stored running',
      'stored running huggingface …',
      'asked huggingface',
      'stored running puter …',
      'asked puter',
      'stored running puter succeeded',
      'picture stored',
      'stored succeeded puter succeeded',
    ]);
    expect(job).toMatchObject({ id, status: 'succeeded', provider: 'puter', origin: 'popup', request: FOX });
    expect(bench.gallery.get(id)?.blob.type).toBe('image/png');
  });

  test('gets its style and clean prompt once, and its options as they are', async () => {
    const bench = runnerBench();
    await bench.runner.enqueue(
      { prompt: ' a fox\u0000 ', style: 'line-art', width: 512, seed: 7, negativePrompt: 'snow' },
      'selection',
    );
    await bench.until(() => bench.asked.length === 1);
    const { prompt, options } = bench.asked[0] ?? {};
    expect(prompt).toBe('a fox, line art, black ink on white, no shading');
    const { signal, ...rest } = options ?? {};
    expect(rest).toEqual({ style: 'line-art', width: 512, seed: 7, negativePrompt: 'snow' });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  test('that fails says why, and from when trying again makes sense', async () => {
    const bench = runnerBench({ providers: ['huggingface'] });
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.state.now += 5_000;
    bench.asked[0]?.answer(busy);
    expect(await bench.ended(id)).toMatchObject({
      status: 'failed',
      endedAt: 1_005_000,
      error: { code: 'SERVICE_UNAVAILABLE', retryAt: 1_035_000 },
    });
  });

  test('without any connected service asks nobody', async () => {
    const bench = runnerBench({ providers: [] });
    const id = await bench.runner.enqueue(FOX, 'popup');
    expect(await bench.ended(id)).toMatchObject({ status: 'failed', error: { code: 'NOT_CONNECTED' } });
    expect(bench.asked).toEqual([]);
  });
});

test('settings that are never read end a job, which would otherwise hold the worker for ever', async () => {
  vi.useFakeTimers();
  try {
    const { store, pictures, record } = runnerBench();
    let holds = 0;
    const runner = createJobRunner({
      store,
      pictures,
      createManager: () => new Promise<never>(() => undefined),
      keepAlive() {
        holds += 1;
        return () => {
          holds -= 1;
        };
      },
      clock: { now: () => 1 },
      randomId: () => 'one',
      ...unused,
    });
    await runner.enqueue(FOX, 'popup');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(record('one')).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });
    expect(holds).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

describe('the queue', () => {
  test('runs two at once, lets the rest wait in order, and goes on after a failure', async () => {
    const bench = runnerBench();
    const ids = [];
    for (const prompt of ['one', 'two', 'three', 'four'])
      ids.push(await bench.runner.enqueue({ ...FOX, prompt }, 'popup'));
    await bench.until(() => bench.asked.length === 2);
    expect(ids.map((id) => bench.record(id)?.status)).toEqual(['running', 'running', 'queued', 'queued']);

    bench.asked[0]?.answer(refused);
    await bench.until(() => bench.asked.length === 3);
    bench.asked[1]?.answer(made);
    await bench.until(() => bench.asked.length === 4);
    expect(bench.asked.map(({ prompt }) => prompt)).toEqual(['one', 'two', 'three', 'four']);

    bench.asked[2]?.answer(made);
    bench.asked[3]?.answer(made);
    const ended = await Promise.all(ids.map((id) => bench.ended(id)));
    expect(ended.map(({ status }) => status)).toEqual(['failed', 'succeeded', 'succeeded', 'succeeded']);
  });

  test('goes on when a job cannot even be marked as running', async () => {
    const bench = runnerBench({ maxRunning: 1 });
    const first = await bench.runner.enqueue(FOX, 'popup');
    const second = await bench.runner.enqueue({ ...FOX, prompt: 'second' }, 'popup');
    await bench.until(() => bench.asked.length === 1);
    // Outcome, final record, then the second job's first storing.
    bench.failStoring(3);
    bench.asked[0]?.answer(made);
    expect(await bench.ended(second)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });
    expect((await bench.ended(first)).status).toBe('succeeded');
    expect(bench.asked).toHaveLength(1);
  });

  test('deletes old records once a job has ended', async () => {
    const ended = Array.from({ length: 50 }, (_, index) =>
      sampleJob({ id: `ended-${index}`, status: 'succeeded', createdAt: index, endedAt: 900 }),
    );
    const bench = runnerBench({ initial: Object.fromEntries(ended.map((job) => [`job:${job.id}`, job])) });
    await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    expect(bench.record('ended-0')).toBeDefined();
    bench.asked[0]?.answer(made);
    await bench.until(() => bench.record('ended-0') === undefined);
    expect(bench.record('ended-1')).toBeDefined();
  });

  test('keeps the worker alive exactly while something runs', async () => {
    const bench = runnerBench({ maxRunning: 1 });
    expect(bench.state.holds).toBe(0);
    const first = await bench.runner.enqueue(FOX, 'popup');
    const second = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    expect(bench.state.holds).toBe(1);
    bench.asked[0]?.answer(made);
    await bench.ended(first);
    await bench.until(() => bench.asked.length === 2);
    expect(bench.state.holds).toBe(1);
    bench.asked[1]?.answer(refused);
    await bench.ended(second);
    await bench.until(() => bench.state.holds === 0);
  });
});

describe('cancel', () => {
  test('takes a waiting job out of the queue: nobody is asked', async () => {
    const bench = runnerBench({ maxRunning: 1 });
    const first = await bench.runner.enqueue(FOX, 'popup');
    const second = await bench.runner.enqueue({ ...FOX, prompt: 'never' }, 'popup');
    expect(await bench.runner.cancel(second)).toBe(true);
    expect(bench.record(second)?.status).toBe('cancelled');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(made);
    await bench.ended(first);
    await bench.until(() => bench.state.holds === 0);
    expect(bench.asked.map(({ prompt }) => prompt)).toEqual(['a red fox']);
  });

  test.each([
    [0, 'huggingface'],
    [1, 'puter'],
  ])('ends a job while attempt %i is under way', async (failures, provider) => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    if (failures) bench.asked[0]?.answer(busy);
    await bench.until(() => bench.asked.length === failures + 1);
    expect(await bench.runner.cancel(id)).toBe(true);
    const job = await bench.ended(id);
    expect(job).toMatchObject({ status: 'cancelled' });
    expect(job).not.toHaveProperty('error');
    expect(job.attempts.at(-1)).toMatchObject({ provider, outcome: 'cancelled' });
    expect(bench.asked.at(-1)?.options.signal?.aborted).toBe(true);
    expect(bench.asked).toHaveLength(failures + 1);
  });

  test('does not wait for a service that does not listen', async () => {
    const bench = runnerBench();
    const asked = Promise.withResolvers<AbortSignal | undefined>();
    const runner = createJobRunner({
      ...bench,
      createManager: async () => ({
        generate(_, { signal }) {
          asked.resolve(signal);
          return new Promise(() => undefined);
        },
      }),
      keepAlive: () => () => undefined,
      clock: { now: () => 1 },
      randomId: () => 'one',
      ...unused,
    });
    await runner.enqueue(FOX, 'popup');
    const signal = await asked.promise;
    expect(await runner.cancel('one')).toBe(true);
    expect(signal?.aborted).toBe(true);
  });

  test('of a job whose beginning cannot be stored is answered, too', async () => {
    const bench = runnerBench();
    const { set } = bench.area;
    const disk = Promise.withResolvers<void>();
    let count = 0;
    bench.area.set = async (items) => {
      count += 1;
      // The second write stores that the job runs.
      if (count === 2) await disk.promise;
      await set.call(bench.area, items);
    };
    const id = await bench.runner.enqueue(FOX, 'popup');
    const cancelled = bench.runner.cancel(id);
    disk.reject(new Error('Disk full'));
    expect(await cancelled).toBe(false);
    expect(bench.record(id)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });
    expect(bench.asked).toEqual([]);
  });

  test('says when there is nothing to cancel', async () => {
    const bench = runnerBench();
    expect(await bench.runner.cancel('unknown')).toBe(false);
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(made);
    await bench.ended(id);
    await bench.until(() => bench.state.holds === 0);
    expect(await bench.runner.cancel(id)).toBe(false);
    expect(bench.record(id)?.status).toBe('succeeded');
  });

  test('says nothing else of a job that has failed', async () => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(refused);
    const failed = await bench.ended(id);
    await bench.until(() => bench.state.holds === 0);
    expect(await bench.runner.cancel(id)).toBe(false);
    expect(bench.record(id)).toEqual(failed);
  });

  test('that cannot be stored is refused, and can be pressed again', async () => {
    const bench = runnerBench({ maxRunning: 1 });
    await bench.runner.enqueue(FOX, 'popup');
    const second = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failStoring();
    await expect(bench.runner.cancel(second)).rejects.toThrow('Disk full');
    expect(bench.record(second)?.status).toBe('queued');
    // Still nothing is sent for it.
    bench.asked[0]?.answer(made);
    await bench.until(() => bench.state.holds === 0);
    expect(bench.asked).toHaveLength(1);
    expect(await bench.runner.cancel(second)).toBe(true);
    expect(bench.record(second)?.status).toBe('cancelled');
    expect(await bench.runner.cancel(second)).toBe(true);
  });
});

describe('cancelling a job that no worker runs any more', () => {
  const lost = sampleJob({ id: 'lost', status: 'running', startedAt: 2 });

  async function leftBehind() {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failStoring(1, 100);
    return { bench, id };
  }

  test('how it failed could not be stored: it is cancelled in the record', async () => {
    const { bench, id } = await leftBehind();
    bench.asked[0]?.answer(refused);
    await bench.until(() => bench.state.holds === 0);
    expect(bench.record(id)?.status).toBe('running');
    await expect(bench.runner.cancel(id)).rejects.toThrow('Disk full');
    bench.area.beforeSet = () => undefined;
    expect(await bench.runner.cancel(id)).toBe(true);
    expect(bench.record(id)).toMatchObject({ status: 'cancelled', endedAt: 1_000_000 });
  });

  test('its picture is there, only the record was late: it has succeeded', async () => {
    const { bench, id } = await leftBehind();
    bench.asked[0]?.answer(made);
    await bench.until(() => bench.state.holds === 0);
    bench.area.beforeSet = () => undefined;
    expect(await bench.runner.cancel(id)).toBe(true);
    expect(bench.record(id)).toMatchObject({ status: 'succeeded', provider: 'huggingface' });
  });

  test('a record that claims to run', async () => {
    const bench = runnerBench({ initial: { 'job:lost': lost } });
    expect(await bench.runner.cancel('lost')).toBe(true);
    expect(bench.record('lost')?.status).toBe('cancelled');
  });

  test('a gallery that cannot be read does not keep it from being cancelled', async () => {
    const bench = runnerBench({ initial: { 'job:lost': lost } });
    bench.state.galleryUnreadable = true;
    expect(await bench.runner.cancel('lost')).toBe(true);
    expect(bench.record('lost')?.status).toBe('cancelled');
  });
});

describe('when storage fails', () => {
  test('before the job is stored: enqueue rejects and nothing is sent', async () => {
    const bench = runnerBench();
    bench.failStoring();
    await expect(bench.runner.enqueue(FOX, 'popup')).rejects.toThrow('Disk full');
    expect(bench.asked).toEqual([]);
    expect(bench.state.holds).toBe(0);
  });

  test('a job that is stored only after it was said not to be: it never runs beside the next try', async () => {
    const bench = runnerBench();
    const { set } = bench.area;
    bench.area.set = async (items) => {
      await set.call(bench.area, items);
      throw new Error('No answer in time');
    };
    await expect(bench.runner.enqueue(FOX, 'popup')).rejects.toThrow('No answer in time');
    bench.area.set = set;
    await bench.runner.resume();
    expect(bench.area.snapshot()).toEqual({});
  });

  test.each([
    ['the running record', 2],
    ['the first attempt', 3],
  ])('at %s: nothing is sent', async (_, nth) => {
    const bench = runnerBench();
    bench.failStoring(nth);
    const id = await bench.runner.enqueue(FOX, 'popup');
    expect(await bench.ended(id)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });
    expect(bench.asked).toEqual([]);
  });

  test('before the fallback: the fallback is not asked', async () => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failStoring(1);
    bench.asked[0]?.answer(busy);
    expect(await bench.ended(id)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });
    expect(bench.asked).toHaveLength(1);
  });

  test('before the fallback: a paid picture that did not arrive can still be fetched', async () => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    const error = {
      code: 'TIMEOUT' as const,
      message: 'Late',
      shouldFallback: true,
      pictureUrl: 'https://cdn.example/fox',
    };
    // The answer is stored first.
    bench.failStoring(2);
    bench.asked[0]?.answer({ success: false, error });
    expect(await bench.ended(id)).toMatchObject({
      status: 'failed',
      error: { code: 'TIMEOUT', causes: [{ provider: 'huggingface', error }] },
    });
    expect(bench.asked).toHaveLength(1);
  });

  test.each([
    ['right after the answer', 1, 1],
    ['at the final record, once', 2, 1],
  ])('%s: the picture that was paid for is not lost', async (_, nth, times) => {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failStoring(nth, times);
    bench.asked[0]?.answer(made);
    expect(await bench.ended(id)).toMatchObject({ status: 'succeeded', provider: 'huggingface' });
    expect(bench.gallery.has(id)).toBe(true);
  });

  describe('for good, when a job has ended', () => {
    async function unstoredEnd(answer: ProviderResult = { ...made, route: 'nscale' }) {
      const bench = runnerBench();
      const id = await bench.runner.enqueue(FOX, 'popup');
      await bench.until(() => bench.asked.length === 1);
      bench.failStoring(1, 100);
      bench.asked[0]?.answer(answer);
      await bench.until(() => bench.state.holds === 0);
      expect(bench.record(id)?.status).toBe('running');
      return { bench, id };
    }
    const succeeded = { status: 'succeeded', provider: 'huggingface', route: 'nscale' };

    test('the end is stored at the next alarm', async () => {
      const { bench, id } = await unstoredEnd();
      expect(bench.state.alarmMs).toBe(60_000);
      await bench.ring();
      expect(bench.record(id)?.status).toBe('running');
      expect(bench.state.alarmMs).toBe(60_000);
      bench.area.beforeSet = () => undefined;
      await bench.ring();
      expect(bench.record(id)).toMatchObject(succeeded);
      expect(bench.state.alarmMs).toBeUndefined();
    });

    test('the next worker finds it', async () => {
      const { bench, id } = await unstoredEnd();
      const later = runnerBench({ initial: bench.area.snapshot() });
      for (const [key, kept] of bench.gallery) later.gallery.set(key, kept);
      await later.runner.resume();
      expect(later.record(id)).toMatchObject(succeeded);
    });

    test('what the end was is not forgotten over it', async () => {
      const { bench, id } = await unstoredEnd(refused);
      bench.area.beforeSet = () => undefined;
      await bench.ring();
      expect(bench.record(id)).toMatchObject({ status: 'failed', error: { code: 'UNAUTHORIZED' } });
    });

    test('a job that the user begins anew before that goes on', async () => {
      const { bench, id } = await unstoredEnd(refused);
      bench.area.beforeSet = () => undefined;
      await bench.runner.cancel(id);
      expect(await bench.runner.askInstead(id, 'puter')).toBe(true);
      await bench.until(() => bench.asked.length === 2);
      await bench.ring();
      expect(bench.record(id)?.status).toBe('running');
    });

    test('a job that was deleted or cancelled meanwhile stays so', async () => {
      const { bench, id } = await unstoredEnd();
      bench.area.beforeSet = () => undefined;
      bench.gallery.clear();
      await bench.runner.cancel(id);
      await bench.ring();
      expect(bench.record(id)?.status).toBe('cancelled');
      const other = await unstoredEnd();
      other.bench.area.beforeSet = () => undefined;
      await other.bench.store.forget([other.id]);
      await other.bench.ring();
      expect(other.bench.record(other.id)).toBeUndefined();
    });
  });

  test('when a queued job is cancelled: nothing is sent for it, and the record is changed at the next alarm', async () => {
    const bench = runnerBench({ maxRunning: 1 });
    await bench.runner.enqueue(FOX, 'popup');
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failStoring();
    await expect(bench.runner.cancel(id)).rejects.toThrow('Disk full');
    expect(bench.record(id)?.status).toBe('queued');
    bench.asked[0]?.answer(made);
    await bench.until(() => bench.state.holds === 0);
    await bench.ring();
    expect(bench.record(id)?.status).toBe('cancelled');
    expect(bench.asked).toHaveLength(1);
  });

  test('when new jobs are stored and deleted: what was written all the same is deleted at the next alarm', async () => {
    const bench = runnerBench();
    const { set, remove } = bench.area;
    bench.area.set = async (items) => {
      await set.call(bench.area, items);
      throw new Error('Disk full');
    };
    bench.area.remove = async () => {
      throw new Error('Disk full');
    };
    await expect(bench.runner.enqueue(FOX, 'popup')).rejects.toThrow('Disk full');
    await bench.until(() => bench.state.alarmMs === 60_000);
    expect(bench.record('job-1')?.status).toBe('queued');
    Object.assign(bench.area, { set, remove });
    await bench.ring();
    expect(bench.record('job-1')).toBeUndefined();
    expect(bench.asked).toHaveLength(0);
  });

  test('in the gallery: the record says so, and the picture can be stored later', async () => {
    const bench = runnerBench();
    bench.state.galleryBroken = true;
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer({ ...made, model: 'acme/fox', route: 'nscale' });
    expect(await bench.ended(id)).toMatchObject({ status: 'failed', error: { code: 'STORAGE_FAILED' } });

    expect(await bench.pictures.keepAgain(id)).toBe(false);
    bench.state.galleryBroken = false;
    expect(await bench.pictures.keepAgain(id)).toBe(true);
    expect(bench.gallery.get(id)?.picture).toMatchObject({ id, model: 'acme/fox', route: 'nscale' });
    const job = bench.record(id);
    expect(job).toMatchObject({ status: 'succeeded', provider: 'huggingface', model: 'acme/fox' });
    expect(job).not.toHaveProperty('error');
    expect(await bench.pictures.keepAgain(id)).toBeUndefined();
  });
});

describe('after a restart', () => {
  const young = sampleJob({ id: 'young', createdAt: 999_000 });
  const older = sampleJob({ id: 'older', createdAt: 998_000 });
  const stale = sampleJob({ id: 'stale', createdAt: 1_000_000 - 25 * 3_600_000 });
  const cut = sampleJob({ id: 'cut', status: 'running', startedAt: 2, createdAt: 1 });
  const done = sampleJob({ id: 'done', status: 'failed', endedAt: 3 });
  const unstored = sampleJob({
    id: 'one',
    status: 'failed',
    endedAt: 3,
    attempts: [{ provider: 'puter', startedAt: 1, endedAt: 2, outcome: 'succeeded', routes: [] }],
    error: { code: 'STORAGE_FAILED', message: '', causes: [] },
  });
  const initial = Object.fromEntries([young, older, stale, cut, done].map((job) => [`job:${job.id}`, job]));

  test('what was cut off is interrupted, what never ran goes on in its order', async () => {
    const bench = runnerBench({ initial, maxRunning: 1 });
    await bench.runner.resume();
    expect(bench.record('cut')).toMatchObject({ status: 'interrupted', endedAt: 1_000_000 });
    expect(bench.record('stale')?.status).toBe('interrupted');
    expect(bench.record('done')).toEqual(done);
    await bench.until(() => bench.record('older')?.status === 'running');
    expect(bench.record('young')?.status).toBe('queued');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(made);
    await bench.until(() => bench.asked.length === 2);
    bench.asked[1]?.answer(made);
    expect((await bench.ended('young')).status).toBe('succeeded');
    expect(bench.asked).toHaveLength(2);
  });

  test('a gallery that cannot be read costs the record of an unstored picture nothing', async () => {
    const bench = runnerBench({ initial: { 'job:one': unstored, 'job:cut': cut } });
    bench.state.galleryUnreadable = true;
    await bench.runner.resume();
    expect(bench.record('one')).toEqual(unstored);
    expect(bench.record('cut')?.status).toBe('interrupted');
    bench.state.galleryUnreadable = false;
    await bench.runner.resume();
    expect(bench.record('one')?.status).toBe('interrupted');
  });

  test('ends when the interrupted jobs are stored; pages are answered after that', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut } });
    const { set } = bench.area;
    bench.area.set = async (items) => {
      await new Promise((resolve) => setImmediate(resolve));
      await set.call(bench.area, items);
    };
    await bench.runner.resume();
    expect(bench.record('cut')?.status).toBe('interrupted');
  });

  test('a job that cannot be recovered does not stop the others', async () => {
    const bench = runnerBench({ initial });
    bench.failStoring(1);
    await bench.runner.resume();
    await bench.until(() => bench.asked.length === 2);
    const stuck = ['cut', 'stale'].filter((id) => bench.record(id)?.status !== 'interrupted');
    expect(stuck).toHaveLength(1);
    expect(bench.state.alarmMs).toBe(60_000);
    await bench.ring();
    expect(bench.record(stuck[0] ?? '')?.status).toBe('interrupted');
    expect(bench.state.alarmMs).toBeUndefined();
  });

  test('storage that cannot be read is read again at the next alarm; what was begun meanwhile goes on', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut, 'job:young': young }, maxRunning: 1 });
    bench.failReading();
    await expect(bench.runner.resume()).rejects.toThrow('Cannot be read');
    expect(bench.state.alarmMs).toBe(60_000);
    bench.area.beforeGet = () => undefined;
    const [mine, next] = await bench.runner.enqueueGroup(FOX, 'popup', 2);
    await bench.until(() => bench.asked.length === 1);
    await bench.ring();
    expect(bench.record('cut')?.status).toBe('interrupted');
    expect(bench.record(mine ?? '')?.status).toBe('running');
    for (const at of [0, 1, 2]) {
      await bench.until(() => bench.asked.length === at + 1);
      bench.asked[at]?.answer(made);
    }
    for (const id of [mine, next, 'young']) expect((await bench.ended(id ?? '')).status).toBe('succeeded');
    await bench.ring();
    expect(bench.asked).toHaveLength(3);
  });

  test('a picture that this worker still holds is not given up', async () => {
    const bench = runnerBench();
    bench.state.galleryBroken = true;
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(made);
    // What is left is the hold of the picture: the run is over.
    await bench.until(() => bench.record(id)?.status === 'failed' && bench.state.holds === 1);
    await bench.ring();
    expect(bench.record(id)?.status).toBe('failed');
  });

  test('a job that the user begins anew while the gallery is being asked goes on', async () => {
    const bench = runnerBench({ initial: { 'job:one': unstored } });
    const { promise, resolve } = Promise.withResolvers<void>();
    bench.state.galleryWaits = promise;
    const rung = bench.ring();
    expect(await bench.runner.askInstead('one', 'puter')).toBe(true);
    await bench.until(() => bench.asked.length === 1);
    resolve();
    await rung;
    expect(bench.record('one')?.status).toBe('running');
    bench.asked[0]?.answer(made);
    expect((await bench.ended('one')).status).toBe('succeeded');
  });
});
