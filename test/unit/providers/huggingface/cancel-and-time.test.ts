import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GenerationOptions } from '../../../../src/generation/index.ts';
import type { HuggingFaceParts } from '../../../../src/providers/huggingface/parts.ts';
import { delay } from '../../../../src/web/wait.ts';
import { recorded } from './fixtures.ts';
import { hubWith, json, PNG, picture, providerOver, type Sent, standIn } from './stand-in.ts';

const fal = hubWith({ 'fal-ai': 'fal-ai/flux' });
const submitted = () => recorded('fal-ai', 'submit.200');
const completed = () => recorded('fal-ai', 'status.completed');
const result = () => recorded('fal-ai', 'result.200');

interface Moment {
  answers: Parameters<typeof standIn>;
  parts?: Partial<HuggingFaceParts>;
  /** Number of sent requests at which the test aborts. */
  sent: number;
}

const stalled = (status = 200) =>
  new Response(
    new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(PNG).subarray(0, 20)) }),
    { status },
  );

function moments(): [string, Moment][] {
  const waiting = { info: () => new Promise<never>(() => {}) };
  return [
    ['in the lookup', { answers: [], parts: { hub: waiting }, sent: 0 }],
    ['in the request', { answers: ['hang'], sent: 1 }],
    ['in a request that does not listen', { answers: [() => new Promise(() => {})], sent: 1 }],
    ['in the body', { answers: [stalled()], sent: 1 }],
    ['in the words of a refusal', { answers: [stalled(401)], sent: 1 }],
    ['between polls', { answers: [submitted()], parts: { hub: fal, delay }, sent: 1 }],
    ['in a poll', { answers: [submitted(), 'hang'], parts: { hub: fal }, sent: 2 }],
    ['in the result', { answers: [submitted(), completed(), 'hang'], parts: { hub: fal }, sent: 3 }],
    [
      'in the download',
      { answers: [submitted(), completed(), result(), 'hang'], parts: { hub: fal }, sent: 4 },
    ],
    [
      "in the download's body",
      { answers: [submitted(), completed(), result(), stalled()], parts: { hub: fal }, sent: 4 },
    ],
    [
      'while the job is written down',
      { answers: [], parts: { observer: { asking: () => new Promise(() => {}) } }, sent: 0 },
    ],
  ];
}

/** The requests before the last one are over; the signal of every one of them is the attempt's. */
const aborted = (sent: Sent[]) => sent.every(({ init }) => init.signal?.aborted);

async function reached(sent: Sent[], count: number) {
  while (sent.length < count) await new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function start({ answers, parts }: Moment, options: Partial<GenerationOptions>) {
  const { fetch, sent } = standIn(...answers);
  return { sent, done: providerOver(fetch, parts).generate('a fox', { style: 'none', ...options }) };
}

describe('cancel', () => {
  test.each(moments())('%s', async (_, moment) => {
    const controller = new AbortController();
    const { sent, done } = start(moment, { signal: controller.signal });
    await reached(sent, moment.sent);
    controller.abort();
    expect((await done).error).toEqual({ code: 'CANCELLED', message: 'Cancelled', shouldFallback: false });
    const asked = sent.slice(0, moment.sent);
    expect(asked).toHaveLength(moment.sent);
    expect(aborted(asked)).toBe(true);
    // A queue is told, while the job is not done.
    const told = sent.slice(moment.sent).map(({ method, url }) => `${method} ${url}`);
    const inQueue = moment.parts?.hub === fal && moment.sent < 4;
    expect(told).toEqual(
      inQueue ? [expect.stringMatching(/^PUT .*\/fal-ai\/.*\/requests\/.*\/cancel\?_subdomain=queue$/)] : [],
    );
  });

  test('before the start: nothing leaves', async () => {
    const hub = hubWith({});
    const { sent, done } = start({ answers: [], parts: { hub }, sent: 0 }, { signal: AbortSignal.abort() });
    expect((await done).error?.code).toBe('CANCELLED');
    expect([sent, hub.asked]).toEqual([[], []]);
  });

  test('after the end: nothing happens', async () => {
    const controller = new AbortController();
    const { done } = start({ answers: [picture()], sent: 1 }, { signal: controller.signal });
    expect((await done).success).toBe(true);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    controller.abort();
    expect((await done).success).toBe(true);
  });

  test('with whatever reason', async () => {
    const controller = new AbortController();
    const { done, sent } = start({ answers: ['hang'], sent: 1 }, { signal: controller.signal });
    await reached(sent, 1);
    controller.abort('because');
    expect((await done).error?.code).toBe('CANCELLED');
  });
});

describe('the time is up', () => {
  /** Less than the pause between two polls. */
  const TIMEOUT_MS = 400;
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** Starts an attempt and ends its time limit at that moment, independent of the machine's speed. */
  async function startUntil(moment: Moment, options: Partial<GenerationOptions> = { timeout: TIMEOUT_MS }) {
    const { sent, done } = start(moment, options);
    await reached(sent, moment.sent);
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    return { sent, done };
  }

  const downloading = ([name]: [string, Moment]) => name.includes('download');
  const inQueue = ([, { parts, sent }]: [string, Moment]) => parts?.hub === fal && sent < 4;

  test.each(moments().filter(inQueue))(
    '%s: the job may still come, and nobody else is asked',
    async (_, moment) => {
      const { sent, done } = await startUntil(moment);
      const { error } = await done;
      expect(error).toMatchObject({
        code: 'STILL_COMING',
        shouldFallback: false,
        queued: { route: 'fal-ai' },
      });
      expect(aborted(sent)).toBe(true);
      expect(sent.map(({ method }) => method)).not.toContain('PUT');
    },
  );

  test.each(moments().filter((moment) => !downloading(moment) && !inQueue(moment)))(
    '%s',
    async (_, moment) => {
      const { sent, done } = await startUntil(moment);
      expect((await done).error).toEqual({
        code: 'TIMEOUT',
        message: 'Hugging Face took too long to answer',
        shouldFallback: true,
      });
      expect(aborted(sent)).toBe(true);
    },
  );

  test.each(moments().filter(downloading))(
    '%s: the paid picture can still be fetched from where it lies',
    async (_, moment) => {
      const { sent, done } = await startUntil(moment);
      const { error } = await done;
      expect(aborted(sent)).toBe(true);
      expect(error).toEqual({
        code: 'TIMEOUT',
        message: 'The picture was made, but did not arrive in time',
        shouldFallback: true,
        pictureUrl: 'https://cdn.example.com/cdn/fal/koala.png',
        made: { model: 'black-forest-labs/FLUX.1-schnell', route: 'fal-ai' },
      });
    },
  );

  test('one budget for all routes together', async () => {
    const hub = hubWith({ 'hf-inference': 'a/b', nscale: 'a/b' });
    const moment = {
      answers: [recorded('hf-inference', '410.model'), 'hang' as const],
      parts: { hub },
      sent: 2,
    };
    const { sent, done } = await startUntil(moment);
    expect((await done).error?.code).toBe('TIMEOUT');
    expect(sent).toHaveLength(2);
    expect(sent[0]?.init.signal).toBe(sent[1]?.init.signal);
  });

  test('the wish counts before the setting', async () => {
    const parts = { config: { timeout: 600_000 } };
    const { done } = await startUntil({ answers: ['hang'], parts, sent: 1 }, { timeout: 30 });
    expect((await done).error?.code).toBe('TIMEOUT');
  });

  test('the setting counts when the wish names none, and nonsense is no time', async () => {
    for (const timeout of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { done } = await startUntil(
        { answers: ['hang'], parts: { config: { timeout: 30 } }, sent: 1 },
        timeout === undefined ? {} : { timeout },
      );
      expect((await done).error?.code).toBe('TIMEOUT');
    }
  });

  test('a time beyond what a timer takes does not fire at once', async () => {
    const answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return picture();
    };
    const { done } = await startUntil({ answers: [answer], sent: 1 }, { timeout: 2 ** 40 });
    expect((await done).success).toBe(true);
  });

  test('a service that says so itself (504) is the same', async () => {
    const { done } = start({ answers: [json({}, { status: 504 })], sent: 1 }, {});
    expect((await done).error).toMatchObject({ code: 'TIMEOUT', shouldFallback: true, status: 504 });
  });
});

describe('the wait between polls', () => {
  test('waits, and ends early with the reason', async () => {
    const controller = new AbortController();
    await delay(1, controller.signal);
    const waiting = delay(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(delay(1, controller.signal)).rejects.toThrow('enough');
  });
});
