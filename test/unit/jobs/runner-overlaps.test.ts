import { describe, expect, test } from 'vitest';
import type { GenerationRequest, ProviderResult } from '../../../src/generation/index.ts';
import { runnerBench } from './runner-bench.ts';
import { PICTURE, sampleJob } from './sample-job.ts';

const FOX: GenerationRequest = { prompt: 'a red fox', style: 'none' };
const made: ProviderResult = { success: true, image: PICTURE };
const refused: ProviderResult = {
  success: false,
  error: { code: 'UNAUTHORIZED', message: '', shouldFallback: false },
};
const limited: ProviderResult = {
  success: false,
  error: { code: 'RATE_LIMIT', message: '', shouldFallback: true, retryAfter: 90 },
};
/** Lets everything happen that waits for nothing. */
const rest = async () => {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** An earlier worker's job is still queued, as this worker could not read at its start. One ring waits for the gallery; another takes the job. */
async function overlapping(maxRunning: number) {
  const initial = { 'job:x': sampleJob({ id: 'x', createdAt: 999_000 }) };
  const bench = runnerBench({ initial, maxRunning, providers: ['huggingface'] });
  bench.failReading();
  await expect(bench.runner.resume()).rejects.toThrow('Cannot be read');
  bench.area.beforeGet = () => undefined;
  if (maxRunning === 1) {
    await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
  }
  const slow = Promise.withResolvers<void>();
  bench.state.galleryWaits = slow.promise;
  const one = bench.ring();
  await rest();
  bench.state.galleryWaits = Promise.resolve();
  await bench.ring();
  return {
    bench,
    finish: async () => {
      slow.resolve();
      await one;
    },
  };
}

test('a queued job whose cancellation was refused is not begun by an alarm that had read it before', async () => {
  const { bench, finish } = await overlapping(1);
  bench.failStoring();
  await expect(bench.runner.cancel('x')).rejects.toThrow('Disk full');
  await finish();
  bench.asked[0]?.answer(made);
  await bench.until(() => bench.state.holds === 0 || bench.asked.length > 1);
  await rest();
  expect(bench.asked).toHaveLength(1);
});

test('an end that is still to be stored is not forgotten over an alarm that had read the job before', async () => {
  const { bench, finish } = await overlapping(2);
  await bench.until(() => bench.asked.length === 1);
  bench.failStoring(1, 100);
  bench.asked[0]?.answer(refused);
  await bench.until(() => bench.state.holds === 0);
  bench.area.beforeSet = () => undefined;
  await finish();
  await bench.ring();
  await rest();
  expect(bench.record('x')).toMatchObject({ status: 'failed', error: { code: 'UNAUTHORIZED' } });
});

test('an end that is refused again and again does not keep another one from being stored', async () => {
  const bench = runnerBench({ providers: ['huggingface'] });
  const [a, b] = [await bench.runner.enqueue(FOX, 'popup'), await bench.runner.enqueue(FOX, 'popup')];
  await bench.until(() => bench.asked.length === 2);
  bench.failStoring(1, 100);
  bench.asked[0]?.answer(refused);
  await bench.until(() => bench.state.holds === 1);
  bench.asked[1]?.answer(refused);
  await bench.until(() => bench.state.holds === 0);
  bench.area.beforeSet = (items) => {
    if (`job:${a}` in items) throw new Error('Quota');
  };
  for (let i = 0; i < 5; i += 1) await bench.ring();
  expect(bench.record(b)?.status).toBe('failed');
});

test('nor does the end of a job whose deletion was refused', async () => {
  const bench = runnerBench({ providers: ['huggingface'] });
  const [a, b] = [await bench.runner.enqueue(FOX, 'popup'), await bench.runner.enqueue(FOX, 'popup')];
  await bench.until(() => bench.asked.length === 2);
  const { remove } = bench.area;
  bench.area.remove = async () => {
    throw new Error('Disk full');
  };
  await bench.store.forget([a]).catch(() => undefined);
  bench.asked[0]?.answer(refused);
  await bench.until(() => bench.state.holds === 1);
  bench.failStoring(1, 2);
  bench.asked[1]?.answer(refused);
  await bench.until(() => bench.state.holds === 0);
  bench.area.beforeSet = () => undefined;
  bench.area.remove = remove;
  for (let i = 0; i < 5; i += 1) await bench.ring();
  expect(bench.record(b)?.status).toBe('failed');
});

test('a job whose deletion was refused is deleted at the next alarm, after which it does not ring again', async () => {
  const bench = runnerBench({ providers: ['huggingface'] });
  const a = await bench.runner.enqueue(FOX, 'popup');
  await bench.until(() => bench.asked.length === 1);
  const { remove } = bench.area;
  bench.area.remove = async () => {
    throw new Error('Disk full');
  };
  await bench.store.forget([a]).catch(() => undefined);
  bench.asked[0]?.answer(refused);
  await bench.until(() => bench.state.holds === 0);
  bench.area.remove = remove;
  for (let i = 0; i < 5; i += 1) await bench.ring();
  expect([bench.record(a)?.status, bench.state.alarmMs]).toEqual([undefined, undefined]);
});

test('a job that is cancelled while the settings are read does not wait and begin again', async () => {
  const bench = runnerBench({ providers: ['huggingface'] });
  const slow = Promise.withResolvers<boolean>();
  Object.assign(bench.state, { prefersWaiting: slow.promise });
  const id = await bench.runner.enqueue(FOX, 'popup');
  await bench.until(() => bench.asked.length === 1);
  bench.asked[0]?.answer(limited);
  await rest();
  expect(await bench.runner.cancel(id)).toBe(true);
  slow.resolve(true);
  await bench.until(() => bench.state.holds === 0);
  bench.state.now += 90_000;
  await bench.runner.wake();
  await rest();
  expect([bench.record(id)?.status, bench.asked.length]).toEqual(['cancelled', 1]);
});

describe('a job that is begun anew while its end is stored for the second time', () => {
  /** The first storing of the end is done but rejects; `storeAgain` is the second, and is given what stores. */
  async function begunAnew(storeAgain: (store: () => Promise<void>) => Promise<void>) {
    const bench = runnerBench();
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    const { set } = bench.area;
    let count = 0;
    bench.area.set = async (items) => {
      count += 1;
      const mine = count;
      const store = () => set.call(bench.area, items);
      if (mine === 2) return storeAgain(store);
      await store();
      if (mine === 1) throw new Error('No answer in time');
    };
    bench.asked[0]?.answer(refused);
    await rest();
    expect(bench.record(id)?.status).toBe('failed');
    expect(await bench.runner.askInstead(id, 'puter')).toBe(true);
    return { bench, id };
  }

  test('runs', async () => {
    const second = Promise.withResolvers<void>();
    const { bench, id } = await begunAnew(async (store) => {
      await store();
      await second.promise;
    });
    second.resolve();
    await bench.until(() => bench.state.holds === 0 || bench.asked.length > 1);
    await rest();
    expect([bench.record(id)?.status, bench.asked.length, bench.state.alarmMs]).toEqual([
      'running',
      2,
      undefined,
    ]);
  });

  test('runs also when that end is refused', async () => {
    const second = Promise.withResolvers<void>();
    const { bench, id } = await begunAnew(() => second.promise);
    second.reject(new Error('No answer in time'));
    await rest();
    await bench.ring();
    await rest();
    expect([bench.record(id)?.status, bench.asked.length]).toEqual(['running', 2]);
  });
});

test('a job whose picture is held, with a press in its record that was refused, is left to the user, and keeps its picture', async () => {
  const bench = runnerBench();
  bench.state.galleryBroken = true;
  const id = await bench.runner.enqueue(FOX, 'popup');
  await bench.until(() => bench.asked.length === 1);
  bench.asked[0]?.answer(made);
  await bench.until(() => bench.record(id)?.status === 'failed' && bench.state.holds === 1);
  const { set } = bench.area;
  bench.area.set = async (items) => {
    await set.call(bench.area, items);
    throw new Error('No answer in time');
  };
  await expect(bench.runner.askInstead(id, 'puter')).rejects.toThrow();
  bench.area.set = set;
  await bench.ring();
  expect(bench.record(id)?.status).toBe('interrupted');
  expect(bench.asked).toHaveLength(1);
  bench.state.galleryBroken = false;
  expect(await bench.pictures.keepAgain(id)).toBe(true);
  expect(bench.record(id)?.status).toBe('succeeded');
});
