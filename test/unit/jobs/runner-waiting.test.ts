import { describe, expect, test } from 'vitest';
import type { GenerationRequest, ProviderResult } from '../../../src/generation/index.ts';
import { runnerBench } from './runner-bench.ts';
import { PICTURE, sampleJob } from './sample-job.ts';

const FOX: GenerationRequest = { prompt: 'a red fox', style: 'none' };
const made: ProviderResult = { success: true, image: PICTURE };
const failing = (code: 'RATE_LIMIT' | 'OFFLINE' | 'STILL_COMING', more: object = {}): ProviderResult => ({
  success: false,
  error: { code, message: '', shouldFallback: code === 'RATE_LIMIT', ...more },
});
const DAY = 24 * 60 * 60_000;
const limited = failing('RATE_LIMIT', { retryAfter: 90 });

async function waitingJob(answer = limited, options: Parameters<typeof runnerBench>[0] = {}) {
  const bench = runnerBench({ providers: ['huggingface'], ...options });
  bench.state.prefersWaiting = true;
  const id = await bench.runner.enqueue(FOX, 'popup');
  await bench.until(() => bench.asked.length === 1);
  bench.asked[0]?.answer(answer);
  await bench.until(() => bench.record(id)?.status === 'waiting' && bench.state.alarmMs !== undefined);
  return { bench, id };
}

describe('a job that was told when to come again', () => {
  test('waits, with an alarm, holds no worker, and begins when it is due', async () => {
    const { bench, id } = await waitingJob();
    expect(bench.record(id)).toMatchObject({
      wait: { for: 'retry', waitMs: 90_000 },
      error: { code: 'RATE_LIMIT' },
    });
    expect(bench.state.alarmMs).toBe(90_000);
    await bench.until(() => bench.state.holds === 0);

    bench.state.now += 89_000;
    await bench.runner.wake();
    expect(bench.record(id)?.status).toBe('waiting');
    expect(bench.state.alarmMs).toBe(1_000);

    bench.state.now += 1_000;
    await bench.runner.wake();
    await bench.until(() => bench.asked.length === 2);
    bench.asked[1]?.answer(made);
    expect(await bench.ended(id)).toMatchObject({ status: 'succeeded', waits: 1 });
    expect(bench.record(id)?.attempts).toHaveLength(2);
    expect(bench.state.alarmMs).toBeUndefined();
  });

  test('fails instead when the user prefers that, and can be told to wait then', async () => {
    const bench = runnerBench({ providers: ['huggingface'] });
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(limited);
    expect(await bench.ended(id)).toMatchObject({ status: 'failed' });
    expect(await bench.runner.letWait(id)).toBe(true);
    expect(bench.record(id)).toMatchObject({ status: 'waiting' });
    expect(bench.state.alarmMs).toBe(90_000);
  });

  test('asks first when its browser was closed for a day: by then it would surprise, and cost', async () => {
    const { bench, id } = await waitingJob();
    bench.state.now += DAY + 1;
    await bench.runner.wake();
    expect(bench.record(id)).toMatchObject({ status: 'interrupted' });
    expect(bench.asked).toHaveLength(1);
    expect(bench.state.alarmMs).toBeUndefined();
  });

  test('is as old as the last press: one that is told to wait later begins by itself', async () => {
    const bench = runnerBench({ providers: ['huggingface'] });
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.state.now += DAY;
    bench.asked[0]?.answer(limited);
    await bench.ended(id);
    bench.state.now += 60_000;
    expect(await bench.runner.letWait(id)).toBe(true);
    bench.state.now += 90_000;
    await bench.runner.wake();
    await bench.until(() => bench.asked.length === 2);
  });

  test('begins at once when the user says so', async () => {
    const { bench, id } = await waitingJob();
    expect(await bench.runner.beginNow(id)).toBe(true);
    expect(await bench.runner.beginNow(id)).toBe(false);
    await bench.until(() => bench.asked.length === 2);
  });

  test('can be cancelled, and does not begin after that', async () => {
    const { bench, id } = await waitingJob();
    expect(await bench.runner.cancel(id)).toBe(true);
    bench.state.now += 90_000;
    await bench.runner.wake();
    expect(bench.record(id)?.status).toBe('cancelled');
    expect(bench.asked).toHaveLength(1);
  });

  test('is taken up by a later worker: the alarm is set again, or it begins', async () => {
    const { bench, id } = await waitingJob();
    const later = runnerBench({ initial: bench.area.snapshot(), providers: ['huggingface'] });
    later.state.now += 30_000;
    await later.runner.resume();
    await later.until(() => later.state.alarmMs === 60_000);
    const last = runnerBench({ initial: bench.area.snapshot(), providers: ['huggingface'] });
    last.state.now += 100_000;
    await last.runner.resume();
    await last.until(() => last.asked.length === 1);
    expect(last.record(id)?.status).toBe('running');
  });

  test('two alarms at once begin it once', async () => {
    const { bench } = await waitingJob();
    bench.state.now += 90_000;
    await Promise.all([bench.runner.wake(), bench.runner.wake(), bench.runner.resume()]);
    await bench.until(() => bench.asked.length === 2);
    await new Promise((resolve) => setImmediate(resolve));
    expect(bench.asked).toHaveLength(2);
  });
});

describe('when storage fails, a waiting job is not forgotten', () => {
  test('it cannot be read when it is due: the alarm rings again', async () => {
    const { bench } = await waitingJob();
    bench.state.now += 90_000;
    bench.failReading();
    await expect(bench.runner.wake()).rejects.toThrow('Cannot be read');
    expect(bench.state.alarmMs).toBe(60_000);
    bench.area.beforeGet = () => undefined;
    await bench.ring();
    await bench.until(() => bench.asked.length === 2);
  });

  test('it cannot be stored when it is due: the alarm does not ring at once, which would never end', async () => {
    const { bench, id } = await waitingJob();
    bench.state.now += 90_000;
    bench.failStoring(1, 100);
    await bench.ring();
    expect(bench.record(id)?.status).toBe('waiting');
    expect(bench.state.alarmMs).toBe(60_000);
    bench.area.beforeSet = () => undefined;
    await bench.ring();
    await bench.until(() => bench.asked.length === 2);
  });

  test('one that waits for less is not held up by one that could not be stored', async () => {
    const { bench } = await waitingJob();
    await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 2);
    bench.state.now += 70_000;
    bench.asked[1]?.answer(limited);
    await bench.until(() => bench.state.alarmMs === 20_000);
    bench.state.now += 20_000;
    bench.failStoring(1, 100);
    await bench.ring();
    expect(bench.state.alarmMs).toBe(60_000);
    bench.state.now += 40_000;
    await bench.ring();
    expect(bench.state.alarmMs).toBe(30_000);
  });

  test('the alarm cannot be set when it begins to wait: it rings all the same', async () => {
    const bench = runnerBench({ providers: ['huggingface'] });
    bench.state.prefersWaiting = true;
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.asked.length === 1);
    bench.failReading();
    bench.asked[0]?.answer(limited);
    await bench.until(() => bench.record(id)?.status === 'waiting' && bench.state.alarmMs === 60_000);
  });

  test('begun by a press whose writing succeeds late: it runs at the next alarm, once', async () => {
    const { bench, id } = await waitingJob();
    const { set } = bench.area;
    bench.area.set = async (items) => {
      await set.call(bench.area, items);
      throw new Error('No answer in time');
    };
    await expect(bench.runner.beginNow(id)).rejects.toThrow('No answer in time');
    expect(bench.record(id)?.status).toBe('queued');
    expect(bench.asked).toHaveLength(1);
    expect(bench.state.alarmMs).toBe(60_000);
    bench.area.set = set;
    await Promise.all([bench.ring(), bench.ring()]);
    await bench.until(() => bench.asked.length === 2);
    bench.asked[1]?.answer(made);
    expect((await bench.ended(id)).status).toBe('succeeded');
    expect(bench.asked).toHaveLength(2);
  });
});

test('the network that comes back after a day begins nothing by itself', async () => {
  const { bench, id } = await waitingJob(failing('OFFLINE'), {});
  bench.state.online = false;
  bench.state.now += DAY + 1;
  await bench.runner.wake();
  expect(bench.record(id)).toMatchObject({ status: 'waiting' });
  bench.state.online = true;
  await bench.runner.wake();
  expect(bench.record(id)).toMatchObject({ status: 'interrupted' });
  expect(bench.asked).toHaveLength(1);
});

test('without a network a job waits for it', async () => {
  const { bench, id } = await waitingJob(failing('OFFLINE'), {});
  bench.state.online = false;
  await bench.runner.wake();
  expect(bench.record(id)).toMatchObject({ status: 'waiting', wait: { for: 'network' } });
  expect(bench.state.alarmMs).toBe(60_000);
  bench.state.online = true;
  await bench.runner.wake();
  await bench.until(() => bench.asked.length === 2);
});

describe('a job that a queue service accepted', () => {
  const queued = { route: 'fal-ai', model: 'acme/fox', statusUrl: 'https://queue.example/1' };
  const attempt = {
    provider: 'huggingface' as const,
    startedAt: 1,
    routes: [{ route: 'fal-ai', startedAt: 1 }],
    queued,
  };
  const cut = sampleJob({ id: 'cut', status: 'running', startedAt: 2, order: 5, attempts: [attempt] });

  test('is asked after by the next worker, and nothing new is paid', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut } });
    await bench.runner.resume();
    await bench.until(() => bench.asked.length === 1);
    expect(bench.events.filter((event) => event.startsWith('asked'))).toEqual([
      'asked after https://queue.example/1',
    ]);
    bench.asked[0]?.answer({ ...made, model: 'acme/fox', route: 'fal-ai' });
    expect(await bench.ended('cut')).toMatchObject({
      status: 'succeeded',
      provider: 'huggingface',
      route: 'fal-ai',
      attempts: [{ outcome: 'succeeded' }],
    });
    expect(bench.gallery.has('cut')).toBe(true);
  });

  test('is asked after at the next alarm when its record cannot be changed now', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut } });
    // The record is put back into the queue, but cannot be marked as running.
    bench.failStoring(2);
    await bench.runner.resume();
    await bench.until(() => bench.state.alarmMs === 60_000 && bench.state.holds === 0);
    expect(bench.record('cut')).toMatchObject({ status: 'queued', collects: true });
    await bench.ring();
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(made);
    expect((await bench.ended('cut')).status).toBe('succeeded');
  });

  test('and that may still come is asked after again by the user, and else by nobody', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut } });
    await bench.runner.resume();
    await bench.until(() => bench.asked.length === 1);
    bench.asked[0]?.answer(failing('STILL_COMING'));
    expect(await bench.ended('cut')).toMatchObject({ status: 'failed', error: { code: 'STILL_COMING' } });
    await bench.runner.resume();
    expect(bench.asked).toHaveLength(1);
    expect(await bench.runner.lookAgain('cut')).toBe(true);
    await bench.until(() => bench.asked.length === 2);
    bench.asked[1]?.answer(made);
    expect((await bench.ended('cut')).status).toBe('succeeded');
    expect(await bench.runner.lookAgain('cut')).toBe(false);
  });

  test('or is given up for another provider, which alone is asked', async () => {
    const failed = { ...cut, status: 'failed', error: { code: 'STILL_COMING', message: '', causes: [] } };
    const bench = runnerBench({ initial: { 'job:cut': failed } });
    expect(await bench.runner.askInstead('cut', 'puter')).toBe(true);
    await bench.until(() => bench.asked.length === 1);
    expect(bench.asked[0]?.provider).toBe('puter');
    bench.asked[0]?.answer(made);
    expect(await bench.ended('cut')).toMatchObject({ status: 'succeeded', provider: 'puter' });
  });

  test('says so when its account is not connected any more', async () => {
    const bench = runnerBench({ initial: { 'job:cut': cut } });
    bench.state.connected = false;
    await bench.runner.resume();
    expect(await bench.ended('cut')).toMatchObject({ status: 'failed', error: { code: 'NOT_CONNECTED' } });
    expect(await bench.runner.lookAgain('cut')).toBe(true);
  });
});

describe('a running job whose worker died', () => {
  const running = sampleJob({ id: 'cut', status: 'running', startedAt: 2, order: 5, createdAt: 999_000 });
  const hf = { provider: 'huggingface' as const, startedAt: 1, announces: true };
  test.each([
    ['before anybody was asked', []],
    ['after the provider began, before its first request', [{ ...hf, routes: [] }]],
  ])('%s: goes on by itself', async (_, attempts) => {
    const bench = runnerBench({ initial: { 'job:cut': { ...running, attempts } } });
    await bench.runner.resume();
    await bench.until(() => bench.asked.length === 1);
    expect(bench.record('cut')?.attempts).toHaveLength(1);
  });

  test.each([
    ['after a request', [{ ...hf, routes: [{ route: 'nscale', startedAt: 1 }] }]],
    ['at a provider that does not announce its requests', [{ provider: 'puter', startedAt: 1, routes: [] }]],
  ])('%s: asks the user', async (_, attempts) => {
    const bench = runnerBench({ initial: { 'job:cut': { ...running, attempts } } });
    await bench.runner.resume();
    expect(bench.record('cut')?.status).toBe('interrupted');
    expect(bench.asked).toEqual([]);
  });

  test('while its picture was being fetched: it is owed, and its address is named', async () => {
    const picture = { url: 'https://cdn.example/fox.png', model: 'acme/fox', route: 'fal-ai' };
    const attempts = [{ ...hf, routes: [{ route: 'fal-ai', startedAt: 1 }], picture }];
    const bench = runnerBench({ initial: { 'job:cut': { ...running, attempts } } });
    expect(await bench.runner.resume()).toEqual(['cut']);
    expect(bench.record('cut')).toMatchObject({
      status: 'failed',
      error: {
        code: 'PICTURE_UNREACHABLE',
        causes: [{ provider: 'huggingface', error: { pictureUrl: picture.url, made: { route: 'fal-ai' } } }],
      },
    });
  });
});

describe('one press, several pictures', () => {
  test('are jobs of one group with seeds of their own; one that fails does not spoil the others', async () => {
    const bench = runnerBench({ providers: ['huggingface'], maxRunning: 4 });
    const ids = await bench.runner.enqueueGroup({ ...FOX, seed: 2 ** 32 - 2 }, 'popup', 4);
    await bench.until(() => bench.asked.length === 4);
    expect(new Set(ids.map((id) => bench.record(id)?.group)).size).toBe(1);
    expect(bench.asked.map(({ options }) => options.seed)).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0, 1]);
    bench.asked[1]?.answer({
      success: false,
      error: { code: 'UNAUTHORIZED', message: '', shouldFallback: false },
    });
    for (const place of [0, 2, 3]) bench.asked[place]?.answer(made);
    const ended = await Promise.all(ids.map((id) => bench.ended(id)));
    expect(ended.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'succeeded', 'succeeded']);
  });

  test('all or none are stored', async () => {
    const bench = runnerBench();
    bench.failStoring();
    await expect(bench.runner.enqueueGroup(FOX, 'popup', 4)).rejects.toThrow('Disk full');
    expect(bench.area.snapshot()).toEqual({});
  });

  test('can be cancelled one by one, or all at once, and other presses go on', async () => {
    const bench = runnerBench({ maxRunning: 2 });
    const ids = await bench.runner.enqueueGroup(FOX, 'popup', 4);
    const other = await bench.runner.enqueue({ ...FOX, prompt: 'another' }, 'popup');
    await bench.until(() => bench.asked.length === 2);
    expect(await bench.runner.cancel(ids[1] ?? '')).toBe(true);
    await bench.ended(ids[1] ?? '');
    expect(await bench.runner.cancelAll(bench.record(ids[0] ?? '')?.group)).toBe(3);
    expect(ids.map((id) => bench.record(id)?.status)).toEqual(Array(4).fill('cancelled'));
    await bench.until(() => bench.asked.at(-1)?.prompt === 'another');
    expect(bench.record(other)?.status).toBe('running');
  });
});

describe('while the tokens are locked', () => {
  test('a job that is pressed waits, sends nothing, sets no alarm, and begins when they are unlocked', async () => {
    const bench = runnerBench();
    bench.state.locked = true;
    const ids = await bench.runner.enqueueGroup(FOX, 'popup', 3);
    await bench.until(() => ids.every((id) => bench.record(id)?.status === 'waiting'));
    expect(bench.record(ids[0] ?? '')).toMatchObject({ wait: { for: 'unlock' } });
    expect(bench.record(ids[0] ?? '')?.waits).toBeUndefined();
    await bench.runner.wake();
    expect(bench.asked).toEqual([]);
    expect(bench.state.alarmMs).toBeUndefined();
    await bench.until(() => bench.state.holds === 0);

    bench.state.locked = false;
    await bench.runner.wake();
    await bench.until(() => bench.asked.length === 2);
    for (const { answer } of bench.asked) answer(made);
    await bench.until(() => bench.asked.length === 3);
    bench.asked[2]?.answer(made);
    for (const id of ids) expect(await bench.ended(id)).toMatchObject({ status: 'succeeded' });
  });

  test('one that waited for a service goes on waiting when it is due', async () => {
    const { bench, id } = await waitingJob();
    bench.state.locked = true;
    bench.state.now += 100_000;
    await bench.runner.wake();
    await bench.until(() => bench.record(id)?.wait?.for === 'unlock');
    expect(bench.asked).toHaveLength(1);
    bench.state.locked = false;
    await bench.runner.wake();
    await bench.until(() => bench.asked.length === 2);
  });

  test('one that only asks after a picture asks after it when they are unlocked, and pays nothing', async () => {
    const queued = { route: 'fal-ai', model: 'acme/fox', statusUrl: 'https://queue.example/1' };
    const attempts = [{ provider: 'huggingface' as const, startedAt: 1, routes: [], queued }];
    const job = sampleJob({ status: 'queued', collects: true, attempts });
    const bench = runnerBench({ initial: { [`job:${job.id}`]: job } });
    bench.state.locked = true;
    await bench.runner.resume();
    await bench.until(() => bench.record(job.id)?.status === 'waiting');
    bench.state.locked = false;
    await bench.runner.beginNow(job.id);
    await bench.until(() => bench.asked.length === 1);
    expect(bench.events).toContain('asked after https://queue.example/1');
    expect(bench.events.filter((event) => event.startsWith('asked huggingface'))).toEqual([]);
  });

  test('one that was locked away for more than a day is asked about instead of begun', async () => {
    const bench = runnerBench();
    bench.state.locked = true;
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.record(id)?.status === 'waiting');
    bench.state.locked = false;
    bench.state.now += 25 * 60 * 60_000;
    await bench.runner.wake();
    expect(bench.record(id)?.status).toBe('interrupted');
    expect(bench.asked).toEqual([]);
  });

  test('it can be cancelled', async () => {
    const bench = runnerBench();
    bench.state.locked = true;
    const id = await bench.runner.enqueue(FOX, 'popup');
    await bench.until(() => bench.record(id)?.status === 'waiting');
    expect(await bench.runner.cancel(id)).toBe(true);
    expect(bench.record(id)?.status).toBe('cancelled');
  });
});
