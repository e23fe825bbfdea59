import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GenerationOptions } from '../../../../src/generation/index.ts';
import { delay } from '../../../../src/web/wait.ts';
import { recorded } from './fixtures.ts';
import { hubWith, json, MODEL, picture, providerOver, standIn } from './stand-in.ts';

const plain: GenerationOptions = { style: 'none' };
const FAL_LOCKED = {
  detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
};
const NOT_ENABLED = { error: 'Pay-as-you go is not enabled for provider fal-ai yet.' };
const b64 = () => recorded('nscale', '200.b64');
const FAL_AND_NSCALE = { 'fal-ai': 'fal-ai/flux', nscale: MODEL };

async function ask(mapping: Record<string, string>, answers: Parameters<typeof standIn>, options = plain) {
  const { fetch, sent } = standIn(...answers);
  const provider = providerOver(fetch, { hub: hubWith(mapping), routeOrder: Object.keys(mapping) });
  return { result: await provider.generate('a fox', options), sent };
}

/** DESIGN.md, "Fallback rules": what the primary answers, row by row. */
describe('one that names one provider: the next live route', () => {
  test.each([
    ['fal’s locked account under 403', 403, FAL_LOCKED],
    ['a service that is not switched on', 402, NOT_ENABLED],
    ['a bill under 400', 400, FAL_LOCKED],
    ['a bill under 422', 422, { title: 'Insufficient credit', detail: 'Go to https://fal.ai/dashboard' }],
  ])('%s', async (_, status, body) => {
    const { result, sent } = await ask(FAL_AND_NSCALE, [json(body, { status }), b64()]);
    expect(result).toMatchObject({ success: true, route: 'nscale' });
    expect(sent).toHaveLength(2);
  });

  test('from the last one it goes on, with where that bill is paid', async () => {
    const { result } = await ask({ 'fal-ai': 'fal-ai/flux' }, [json(FAL_LOCKED, { status: 403 })]);
    expect(result.error).toMatchObject({
      code: 'PAYMENT_REQUIRED',
      shouldFallback: true,
      billingUrl: 'https://fal.ai/dashboard/billing',
    });
    const enabled = await ask({ 'fal-ai': 'fal-ai/flux' }, [json(NOT_ENABLED, { status: 402 })]);
    expect(enabled.result.error?.billingUrl).toBe('https://huggingface.co/settings/inference-providers');
  });

  test('from the last one a bill under 400 stops', async () => {
    const { result } = await ask({ 'fal-ai': 'fal-ai/flux' }, [json(FAL_LOCKED, { status: 400 })]);
    expect(result.error).toMatchObject({ code: 'PAYMENT_REQUIRED', shouldFallback: false, status: 400 });
  });

  test('the bill of the whole account: no other route is asked, the other provider is', async () => {
    const { result, sent } = await ask(FAL_AND_NSCALE, [recorded('hf-inference', '402.depleted')]);
    expect(result.error).toMatchObject({ code: 'PAYMENT_REQUIRED', shouldFallback: true });
    expect(result.error).not.toHaveProperty('billingUrl');
    expect(sent).toHaveLength(1);
  });

  test('a job that ended for want of money is not handed to another route', async () => {
    const failed = { data: { status: 'failed', error: 'Insufficient credits. Please top up.' } };
    const { result, sent } = await ask({ wavespeed: 'w/sdxl', nscale: MODEL }, [
      recorded('wavespeed', 'submit.200'),
      json(failed),
    ]);
    expect(result.error).toMatchObject({ code: 'PAYMENT_REQUIRED', shouldFallback: true });
    expect(sent).toHaveLength(2);
  });
});

describe('a 400 that is not about the input: the next live route', () => {
  const gone = {
    error: { code: 'model_not_available', message: 'Unable to access non-serverless model x.' },
  };
  const paused = { error: 'Bad Request: Invalid state' };

  test.each([
    [gone, 'model-unavailable'],
    [paused, 'endpoint-paused'],
    [{ error: 'CUDA out of memory' }, 'service-trouble'],
  ])('%j', async (body, reason) => {
    const { result } = await ask(FAL_AND_NSCALE, [json(body, { status: 400 }), b64()]);
    expect(result).toMatchObject({ success: true, route: 'nscale' });
    const last = await ask({ nscale: MODEL }, [json(body, { status: 400 })]);
    expect(last.result.error).toMatchObject({
      code: 'VALIDATION_ERROR',
      shouldFallback: false,
      message: 'Invalid request. Please check your input.',
      reason,
    });
  });

  test('a paused endpoint is asked again the next time; a model that is gone is not', async () => {
    for (const [body, again] of [
      [paused, '/fal-ai/'],
      [gone, '/nscale/'],
    ] as const) {
      const { fetch, sent } = standIn(json(body, { status: 400 }), b64(), b64(), b64());
      const provider = providerOver(fetch, {
        hub: hubWith(FAL_AND_NSCALE),
        routeOrder: Object.keys(FAL_AND_NSCALE),
      });
      await provider.generate('a fox', plain);
      await provider.generate('a fox', plain);
      expect(sent[2]?.url).toContain(again);
    }
  });
});

describe('refused content stops, on every route and in every way', () => {
  const words = 'input contains sensitive words: [test]';
  test.each([
    ['hf-inference', [json({ error: words })]],
    ['nscale', [json({ error: { message: words } })]],
    ['together', [json({ error: { code: 'content_policy_violation', message: 'No.' } }, { status: 422 })]],
    ['fal-ai', [recorded('fal-ai', 'submit.200'), json({ status: 'ERROR', error: words })]],
    ['replicate', [json({ status: 'failed', error: words, urls: {} })]],
    ['wavespeed', [recorded('wavespeed', 'submit.200'), json({ data: { status: 'failed', error: words } })]],
    [
      'wavespeed',
      [recorded('wavespeed', 'submit.200'), json({ error: { code: 'content_filter' } }, { status: 500 })],
    ],
  ])('%s', async (route, answers) => {
    const mapping = { [route]: 'acme/sdxl', ...(route !== 'nscale' && { nscale: MODEL }) };
    const { result, sent } = await ask(mapping, answers as Parameters<typeof standIn>);
    expect(result.error).toMatchObject({ code: 'CONTENT_REFUSED', shouldFallback: false });
    expect(sent).toHaveLength(answers.length);
  });
});

describe('a queue took the job on', () => {
  const started = {
    id: 'p1',
    status: 'starting',
    urls: {
      get: 'https://api.replicate.com/v1/predictions/p1',
      cancel: 'https://api.replicate.com/v1/predictions/p1/cancel',
    },
  };
  const replicate = { replicate: 'acme/sdxl' };
  // Time passes as the tests say, independent of the machine's speed.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** Less than the pause before the first poll. */
  const TIMEOUT_MS = 400;

  function start(answers: Parameters<typeof standIn>, options: Partial<GenerationOptions>) {
    const { fetch, sent } = standIn(...answers);
    const order: string[] = [];
    const noted = Promise.withResolvers<void>();
    const observer = {
      queued(job: { statusUrl: string }) {
        order.push(`noted ${job.statusUrl} after ${sent.length}`);
        noted.resolve();
      },
    };
    const provider = providerOver(fetch, { hub: hubWith(replicate), delay, observer });
    const done = provider.generate('a fox', { ...plain, ...options });
    return { sent, order, done, isPolled: noted.promise.then(afterwards) };
  }

  /** Resolves when all pending callbacks have run. */
  async function afterwards() {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Starts an attempt whose time is up between two polls. */
  async function startUntilTimeout(...answers: Parameters<typeof standIn>) {
    const { done, sent, isPolled } = start(answers, { timeout: TIMEOUT_MS });
    await isPolled;
    await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
    return { sent, result: await done };
  }

  test('its address is written down before it is first asked after', async () => {
    const output = json({ ...started, status: 'succeeded', output: ['https://cdn.example.com/1.png'] });
    const { done, order, isPolled } = start([json(started), output, picture()], {});
    await isPolled;
    await vi.runAllTimersAsync();
    expect((await done).success).toBe(true);
    expect(order).toEqual(['noted https://router.huggingface.co/replicate/v1/predictions/p1 after 1']);
  });

  test('the time is up, and the service confirms that it stops: a time-out like any other', async () => {
    const { result, sent } = await startUntilTimeout(json(started), json({ ...started, status: 'canceled' }));
    expect(result.error).toMatchObject({ code: 'TIMEOUT', shouldFallback: true });
    expect(sent[1]).toMatchObject({
      method: 'POST',
      url: 'https://router.huggingface.co/replicate/v1/predictions/p1/cancel',
    });
  });

  test.each([
    ['does not confirm', json({ ...started, status: 'processing' })],
    ['does not answer sensibly', new Response('', { status: 500 })],
  ])('the time is up, and the service %s: it may still come', async (_, answer) => {
    const { result } = await startUntilTimeout(json(started), answer);
    expect(result.error).toMatchObject({
      code: 'STILL_COMING',
      shouldFallback: false,
      queued: { route: 'replicate', model: MODEL },
    });
  });

  test('the user cancels: the service is told', async () => {
    const controller = new AbortController();
    const { done, sent, isPolled } = start([json(started), json({})], { signal: controller.signal });
    await isPolled;
    controller.abort();
    expect((await done).error?.code).toBe('CANCELLED');
    expect(sent.slice(1).map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://router.huggingface.co/replicate/v1/predictions/p1/cancel',
    ]);
  });

  test.each(['queued', 'WARMING_UP', 'throttled', 'on_hold'])('"%s" is no end', async (status) => {
    for (const [mapping, submitted, waiting, ended] of [
      [
        { 'fal-ai': 'fal-ai/flux' },
        recorded('fal-ai', 'submit.200'),
        json({ status }),
        [recorded('fal-ai', 'status.completed'), recorded('fal-ai', 'result.200'), picture()],
      ],
      [
        replicate,
        json(started),
        json({ ...started, status }),
        [json({ output: 'https://cdn.example.com/1.png' }), picture()],
      ],
      [
        { wavespeed: 'w/sdxl' },
        recorded('wavespeed', 'submit.200'),
        json({ data: { status } }),
        [recorded('wavespeed', 'poll.completed'), picture()],
      ],
    ] as const) {
      const { result } = await ask(mapping as never, [submitted, waiting, ...ended]);
      expect(result.success).toBe(true);
    }
  });

  describe('and is collected later', () => {
    const job = {
      route: 'fal-ai',
      model: MODEL,
      statusUrl: 'https://router.huggingface.co/fal-ai/fal-ai/flux/requests/1/status?_subdomain=queue',
      resultUrl: 'https://router.huggingface.co/fal-ai/fal-ai/flux/requests/1?_subdomain=queue',
      cancelUrl: 'https://router.huggingface.co/fal-ai/fal-ai/flux/requests/1/cancel?_subdomain=queue',
      warnings: [{ code: 'negative-prompt-ignored' as const }],
    };

    test('with nothing but questions', async () => {
      const { fetch, sent } = standIn(
        json({ status: 'IN_PROGRESS' }),
        recorded('fal-ai', 'status.completed'),
        recorded('fal-ai', 'result.200'),
        picture(),
      );
      const result = await providerOver(fetch).collect(job, {});
      expect(result).toMatchObject({ success: true, route: 'fal-ai', model: MODEL, warnings: job.warnings });
      expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
      expect(sent[3]?.headers.authorization).toBeUndefined();
    });

    test('not while it is still coming', async () => {
      const { fetch, sent } = standIn('hang');
      const done = providerOver(fetch).collect(job, { timeout: TIMEOUT_MS });
      await afterwards();
      await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
      const result = await done;
      expect(result.error).toMatchObject({ code: 'STILL_COMING', shouldFallback: false, queued: job });
      expect(sent).toHaveLength(1);
    });

    test.each([
      ['another host', { statusUrl: 'https://evil.example/fal-ai/x/status' }],
      ['another route', { statusUrl: 'https://router.huggingface.co/replicate/x/status' }],
      ['no address', { resultUrl: 'not a url' }],
      ['a route that has no queue', { route: 'nscale' }],
      ['a route that nobody knows', { route: 'toString' }],
    ])('never at %s', async (_, change) => {
      const { fetch, sent } = standIn();
      const result = await providerOver(fetch).collect({ ...job, ...change }, {});
      expect(result.error).toMatchObject({ code: 'SERVER_ERROR', fault: 'job-address-unusable' });
      expect(sent).toEqual([]);
    });

    test('not without a token', async () => {
      const { fetch, sent } = standIn();
      expect((await providerOver(fetch, { token: '' }).collect(job, {})).error?.code).toBe('NOT_CONNECTED');
      expect(sent).toEqual([]);
    });
  });
});

describe('a paid picture', () => {
  test('has its address written down before it is fetched, with what made it', async () => {
    const noted: unknown[] = [];
    const { fetch, sent } = standIn(
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      recorded('fal-ai', 'result.200'),
      picture(),
    );
    const observer = { pictureAt: (at: object) => void noted.push({ ...at, sent: sent.length }) };
    const provider = providerOver(fetch, { hub: hubWith({ 'fal-ai': 'fal-ai/flux' }), observer });
    await provider.generate('a fox', { ...plain, negativePrompt: 'a dog' });
    expect(noted).toEqual([
      {
        url: 'https://cdn.example.com/cdn/fal/koala.png',
        model: MODEL,
        route: 'fal-ai',
        warnings: [{ code: 'negative-prompt-ignored' }],
        sent: 3,
      },
    ]);
  });

  test('arrives though nothing can be written down', async () => {
    const { fetch } = standIn(json({ images: [{ url: 'https://cdn.example.com/1.png' }] }), picture());
    const observer = { pictureAt: () => Promise.reject(new Error('full')) };
    const provider = providerOver(fetch, { hub: hubWith({ nscale: MODEL }), observer });
    expect((await provider.generate('a fox', plain)).success).toBe(true);
  });

  test.each([
    { image: { url: 'https://cdn.example.com/1.png' } },
    { images: { url: 'https://cdn.example.com/1.png' } },
    { image: 'https://cdn.example.com/1.png' },
    { data: { images: ['https://cdn.example.com/1.png'] } },
    { output: { url: 'https://cdn.example.com/1.png' } },
    { result: { image_url: 'https://cdn.example.com/1.png' } },
    { url: 'https://cdn.example.com/1.png' },
  ])('is found in %j', async (body) => {
    const { result } = await ask({ nscale: MODEL }, [json(body), picture()]);
    expect(result.success).toBe(true);
  });
});

describe('a request outside a route’s limits', () => {
  const seed = 2 ** 32 - 1;

  test('is not sent there, and not paid: the next route that takes it is asked', async () => {
    const mapping = { wavespeed: 'w/sdxl', nscale: MODEL };
    const { result, sent } = await ask(mapping, [b64()], { ...plain, seed });
    expect(result).toMatchObject({ success: true, route: 'nscale' });
    expect(sent).toHaveLength(1);
  });

  test('is told before anybody is asked, where no route takes it', async () => {
    const { result, sent } = await ask({ wavespeed: 'w/sdxl' }, [], { ...plain, seed });
    expect(result.error).toMatchObject({
      code: 'VALIDATION_ERROR',
      shouldFallback: false,
      fault: 'seed-out-of-range',
    });
    expect(sent).toEqual([]);
  });
});

describe('owner/name:route', () => {
  test('asks that route alone', async () => {
    const mapping = { 'hf-inference': MODEL, nscale: MODEL };
    const { result, sent } = await ask(mapping, [b64()], { ...plain, model: `${MODEL}:nscale` });
    expect(result).toMatchObject({ success: true, route: 'nscale', model: MODEL });
    expect(sent).toHaveLength(1);
  });

  test('that does not run it: nobody is asked', async () => {
    const { result, sent } = await ask({ nscale: MODEL }, [], { ...plain, model: `${MODEL}:replicate` });
    expect(result.error?.code).toBe('MODEL_UNAVAILABLE');
    expect(sent).toEqual([]);
  });

  test.each(['fastest', 'cheapest', 'auto'])('":%s" is no route', async (policy) => {
    const { result } = await ask({ nscale: MODEL }, [b64()], { ...plain, model: `${MODEL}:${policy}` });
    expect(result.success).toBe(true);
  });
});
