import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { GenerationOptions } from '../../../../src/generation/index.ts';
import { delay } from '../../../../src/web/wait.ts';
import { recorded, recordedJson, recordedRequest } from './fixtures.ts';
import {
  hubWith,
  json,
  MODEL,
  PNG,
  PNG_URL,
  picture,
  providerOver,
  ROUTER,
  standIn,
  TOKEN,
} from './stand-in.ts';

const all: GenerationOptions = {
  style: 'none',
  negativePrompt: 'blurry',
  width: 1024,
  height: 768,
  seed: 42,
};
const plain: GenerationOptions = { style: 'none' };

function ask(
  route: string,
  providerId: string,
  options: GenerationOptions,
  answers: Parameters<typeof standIn>,
) {
  const { fetch, sent } = standIn(...answers);
  const waits: number[] = [];
  const delay = async (ms: number) => void waits.push(ms);
  const provider = providerOver(fetch, { hub: hubWith({ [route]: providerId }), delay });
  return provider.generate('a fox', options).then((result) => ({ result, sent, waits }));
}

const bearer = `Bearer ${TOKEN}`;

describe('hf-inference', () => {
  test('asks for one type, in the recorded words', async () => {
    const { sent, result } = await ask('hf-inference', MODEL, all, [picture()]);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: recordedRequest('hf-inference').url.replace('{ns}/{name}', MODEL),
      headers: { authorization: bearer, 'content-type': 'application/json', accept: 'image/png' },
      body: {
        inputs: 'a fox',
        parameters: { negative_prompt: 'blurry', width: 1024, height: 768, seed: 42 },
      },
    });
    expect(Object.keys(sent[0]?.headers ?? {})).toHaveLength(3);
    const known = Object.keys(recordedRequest('hf-inference').json.parameters as object);
    expect(known).toEqual(expect.arrayContaining(['negative_prompt', 'width', 'height', 'seed']));
    expect(result.route).toBe('hf-inference');
  });

  test('leaves out what was not asked for', async () => {
    const { sent } = await ask('hf-inference', MODEL, { ...plain, negativePrompt: '' }, [picture()]);
    expect(sent[0]?.body).toEqual({ inputs: 'a fox' });
  });

  test('seed 0 is a seed', async () => {
    const { sent } = await ask('hf-inference', MODEL, { ...plain, seed: 0 }, [picture()]);
    expect(sent[0]?.body).toEqual({ inputs: 'a fox', parameters: { seed: 0 } });
  });
});

describe('nscale and together', () => {
  test('nscale: the size as one text', async () => {
    const { sent, result } = await ask('nscale', 'nscale/flux', all, [recorded('nscale', '200.b64')]);
    const seen = recordedRequest('nscale');
    expect(sent[0]).toMatchObject({ method: 'POST', url: seen.url });
    expect(sent[0]?.body).toEqual({
      ...seen.json,
      model: 'nscale/flux',
      prompt: 'a fox',
      size: '1024x768',
      negative_prompt: 'blurry',
      seed: 42,
    });
    expect(sent[0]?.headers).toEqual({
      authorization: bearer,
      'content-type': 'application/json',
      accept: 'application/json',
    });
    expect(result).toMatchObject({ success: true, image: PNG_URL, route: 'nscale', model: MODEL });
  });

  test('together: width and height, and its base64', async () => {
    const { sent, result } = await ask('together', MODEL, all, [recorded('together', '200.b64')]);
    const seen = recordedRequest('together');
    expect(sent[0]).toMatchObject({ url: seen.url });
    expect(sent[0]?.body).toEqual({
      model: MODEL,
      prompt: 'a fox',
      response_format: seen.json.response_format,
      negative_prompt: 'blurry',
      seed: 42,
      width: 1024,
      height: 768,
      n: 1,
    });
    expect(result.image).toMatch(/^data:image\/jpeg/);
  });
});

describe('fal-ai', () => {
  const done = [
    recorded('fal-ai', 'submit.200'),
    recorded('fal-ai', 'status.in_progress'),
    recorded('fal-ai', 'status.completed'),
    recorded('fal-ai', 'result.200'),
    recorded('fal-ai', 'cdn.200'),
  ] as const;
  const job = `${ROUTER}/fal-ai/fal-ai/flux/requests/b7a4f3d2-0000-4000-8000-000000000001`;

  test('submits, polls each 500 ms, fetches the result and then the picture', async () => {
    const { sent, result, waits } = await ask('fal-ai', 'fal-ai/flux/schnell', all, [...done]);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${ROUTER}/fal-ai/fal-ai/flux/schnell?_subdomain=queue`,
      `GET ${job}/status?_subdomain=queue`,
      `GET ${job}/status?_subdomain=queue`,
      `GET ${job}?_subdomain=queue`,
      'GET https://cdn.example.com/cdn/fal/koala.png',
    ]);
    expect(sent[0]?.body).toEqual({
      prompt: 'a fox',
      negative_prompt: 'blurry',
      image_size: { width: 1024, height: 768 },
      seed: 42,
    });
    expect(Object.keys(recordedRequest('fal-ai').json)).toEqual(
      expect.arrayContaining(Object.keys(sent[0]?.body as object)),
    );
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([
      bearer,
      bearer,
      bearer,
      bearer,
      undefined,
    ]);
    expect(waits).toEqual([500, 500]);
    expect(result).toMatchObject({ success: true, image: PNG_URL, route: 'fal-ai' });
  });

  test('a seed other than the asked one is reported', async () => {
    const submitted = json({ ...recordedJson('fal-ai', 'submit.200'), status: 'COMPLETED' });
    const { result } = await ask('fal-ai', 'fal-ai/flux', { ...plain, seed: 42 }, [
      submitted,
      recorded('fal-ai', 'result.200'),
      picture(),
    ]);
    expect(result.warnings).toEqual([{ code: 'seed-ignored' }]);
  });

  test('a LoRA is sent with the base model of the general endpoint', async () => {
    const { fetch, sent } = standIn(json({ images: [{ url: PNG_URL }] }));
    const hub = {
      info: async () => ({
        ...recordedJson('hub', 'model.200.mapping.lora'),
        _source: 'hf',
        _source_url: 'https://huggingface.co',
      }),
    };
    await providerOver(fetch, { hub }).generate('a fox', { ...plain, model: 'nerijs/pixel-art-xl' });
    expect(sent[0]?.url).toBe(`${ROUTER}/fal-ai/fal-ai/lora?_subdomain=queue`);
    expect(sent[0]?.body).toEqual({
      prompt: 'a fox',
      loras: [
        {
          path: 'https://huggingface.co/nerijs/pixel-art-xl/resolve/main/pixel-art-xl.safetensors',
          scale: 1,
        },
      ],
      model_name: 'stabilityai/stable-diffusion-xl-base-1.0',
    });
  });

  test('a flagged result stops, and its black picture is not fetched', async () => {
    const { result, sent } = await ask('fal-ai', 'fal-ai/flux', plain, [
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      recorded('fal-ai', 'result.nsfw'),
    ]);
    expect(result.error).toMatchObject({ code: 'CONTENT_REFUSED', shouldFallback: false });
    expect(sent).toHaveLength(3);
  });

  test.each([
    ['a job without an address', json({ request_id: '1', status: 'IN_QUEUE' })],
    ['a job with a nonsense address', json({ status: 'IN_QUEUE', response_url: 'http://[' })],
  ])('%s fails and goes on', async (_, submitted) => {
    const { result, sent } = await ask('fal-ai', 'fal-ai/flux', plain, [submitted]);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true });
    expect(sent).toHaveLength(1);
  });

  test('a job that ends badly fails and goes on', async () => {
    const { result } = await ask('fal-ai', 'fal-ai/flux', plain, [
      recorded('fal-ai', 'submit.200'),
      json({ status: 'ERROR', error: 'Runner disconnected' }),
    ]);
    expect(result.error).toMatchObject({
      code: 'SERVER_ERROR',
      shouldFallback: true,
      detail: 'Runner disconnected',
    });
  });

  test('a refused result (422) is what its words say', async () => {
    const { result } = await ask('fal-ai', 'fal-ai/flux', plain, [
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      json(
        { detail: [{ msg: 'flagged by a content checker', type: 'content_policy_violation' }] },
        { status: 422 },
      ),
    ]);
    expect(result.error).toMatchObject({ code: 'CONTENT_REFUSED', shouldFallback: false });
  });

  test('a prompt it does not take (422) stops', async () => {
    const { result } = await ask('fal-ai', 'fal-ai/flux', plain, [recorded('fal-ai', '422.detail')]);
    expect(result.error).toMatchObject({ code: 'VALIDATION_ERROR', detail: 'field required' });
  });
});

describe('replicate', () => {
  test('waits on the connection; the output may be there before the status says so', async () => {
    const { sent, result } = await ask('replicate', 'acme/sdxl', all, [
      recorded('replicate', '201.done'),
      recorded('replicate', 'cdn.200'),
    ]);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `${ROUTER}/replicate/v1/models/acme/sdxl/predictions`,
      headers: { prefer: 'wait=5', authorization: bearer },
      body: { input: { prompt: 'a fox', seed: 42, width: 1024, height: 768, negative_prompt: 'blurry' } },
    });
    expect(sent[1]?.url).toBe('https://cdn.example.com/cdn/replicate/out-0.webp');
    expect(sent[1]?.headers.authorization).toBeUndefined();
    expect(result.image).toMatch(/^data:image\/webp/);
  });

  test('a version is named in the body', async () => {
    const { sent } = await ask('replicate', 'acme/sdxl:5599ed30', plain, [json({ output: PNG_URL })]);
    expect(sent[0]?.url).toBe(`${ROUTER}/replicate/v1/predictions`);
    expect(sent[0]?.body).toEqual({ version: '5599ed30', input: { prompt: 'a fox' } });
  });

  test('FLUX there takes a shape instead of a size, and no negative prompt: both are reported', async () => {
    const { sent, result } = await ask('replicate', 'black-forest-labs/flux-schnell', all, [
      json({ output: PNG_URL }),
    ]);
    expect(sent[0]?.body).toEqual({ input: { prompt: 'a fox', seed: 42, aspect_ratio: '4:3' } });
    expect(result.warnings).toEqual([{ code: 'size-ignored' }, { code: 'negative-prompt-ignored' }]);
  });

  test('a prediction that takes longer is asked after, on the router', async () => {
    const { sent, result, waits } = await ask('replicate', 'acme/sdxl', plain, [
      recorded('replicate', '201.pending'),
      json({ status: 'processing', output: null }),
      json({ status: 'succeeded', output: ['https://cdn.example.com/out.webp'] }),
      recorded('replicate', 'cdn.200'),
    ]);
    const pollUrl = `${ROUTER}/replicate/v1/predictions/p1`;
    expect(sent.slice(1, 3).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${pollUrl}`,
      `GET ${pollUrl}`,
    ]);
    expect(waits).toEqual([500, 500]);
    expect(result.success).toBe(true);
  });

  test.each([
    ['failed', 'Out of luck', 'SERVER_ERROR', true],
    ['failed', 'NSFW content detected', 'CONTENT_REFUSED', false],
    ['canceled', '', 'SERVER_ERROR', true],
  ])('%s: %s', async (status, error, code, shouldFallback) => {
    const { result } = await ask('replicate', 'acme/sdxl', plain, [
      recorded('replicate', '201.pending'),
      json({ status, error, output: null }),
    ]);
    expect(result.error).toMatchObject({ code, shouldFallback });
  });

  test('input it does not take (422) stops', async () => {
    const { result } = await ask('replicate', 'acme/sdxl', plain, [recorded('replicate', '422.problem')]);
    expect(result.error).toMatchObject({ code: 'VALIDATION_ERROR', detail: '- input: prompt is required' });
  });
});

describe('wavespeed', () => {
  test('hands the task in and polls on the router', async () => {
    const { sent, result } = await ask('wavespeed', 'wavespeed-ai/sdxl', all, [
      recorded('wavespeed', 'submit.200'),
      recorded('wavespeed', 'poll.processing'),
      recorded('wavespeed', 'poll.completed'),
      picture(),
    ]);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${ROUTER}/wavespeed/api/v3/wavespeed-ai/sdxl`,
      `GET ${ROUTER}/wavespeed/api/v3/predictions/t1/result`,
      `GET ${ROUTER}/wavespeed/api/v3/predictions/t1/result`,
      'GET https://cdn.example.com/cdn/wavespeed/1.jpeg',
    ]);
    expect(sent[0]?.body).toEqual({ prompt: 'a fox', negative_prompt: 'blurry', size: '1024*768', seed: 42 });
    expect(sent[3]?.headers.authorization).toBeUndefined();
    expect(result).toMatchObject({ success: true, route: 'wavespeed' });
  });

  test('a submission that only names the task is enough', async () => {
    const { result } = await ask('wavespeed', 'wavespeed-ai/sdxl', plain, [
      json({ data: { id: 't1', urls: { get: 'https://api.wavespeed.ai/api/v3/predictions/t1/result' } } }),
      recorded('wavespeed', 'poll.completed'),
      picture(),
    ]);
    expect(result.success).toBe(true);
  });

  test('a task that failed as it was handed in is not asked after', async () => {
    const urls = { get: 'https://api.wavespeed.ai/api/v3/predictions/t1/result' };
    const { result, sent } = await ask('wavespeed', 'wavespeed-ai/sdxl', plain, [
      json({ data: { status: 'failed', error: 'GPU lost', urls } }),
    ]);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', detail: 'GPU lost' });
    expect(sent).toHaveLength(1);
  });

  test('a flagged picture stops, and is not fetched', async () => {
    const data = {
      status: 'completed',
      outputs: ['https://cdn.example.com/1.png'],
      has_nsfw_contents: [true],
    };
    const { result, sent } = await ask('wavespeed', 'wavespeed-ai/sdxl', plain, [
      recorded('wavespeed', 'submit.200'),
      json({ code: 200, data }),
    ]);
    expect(result.error).toMatchObject({ code: 'CONTENT_REFUSED', shouldFallback: false });
    expect(sent).toHaveLength(2);
  });

  test('failed inside a 200, with words that refuse', async () => {
    const { result } = await ask('wavespeed', 'wavespeed-ai/sdxl', plain, [
      recorded('wavespeed', 'submit.200'),
      recorded('wavespeed', 'poll.failed'),
    ]);
    expect(result.error).toMatchObject({
      code: 'CONTENT_REFUSED',
      shouldFallback: false,
      detail: 'content flagged',
    });
  });

  test.each([
    [
      'failed for another reason',
      json({ data: { status: 'failed', error: 'GPU lost' } }),
      { detail: 'GPU lost' },
    ],
    [
      'failed without a word',
      json({ message: 'success', data: { status: 'failed' } }),
      { fault: 'job-failed' },
    ],
    ['an error inside a 200', json({ code: 500, message: 'no capacity' }), { detail: 'no capacity' }],
  ])('%s goes on', async (_, polled, why) => {
    const { result } = await ask('wavespeed', 'wavespeed-ai/sdxl', plain, [
      recorded('wavespeed', 'submit.200'),
      polled,
    ]);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true, ...why });
  });
});

describe('a job that is paid for', () => {
  const submit = () => recorded('wavespeed', 'submit.200');

  test.each([
    ['fal-ai', 'IN_QUEUE', json({ status: 'IN_QUEUE' })],
    ['fal-ai', 'IN_PROGRESS', json({ status: 'IN_PROGRESS' })],
    ['replicate', 'starting', json({ status: 'starting' })],
    ['replicate', 'processing', json({ status: 'processing' })],
    ['wavespeed', 'created', json({ data: { status: 'created' } })],
    ['wavespeed', 'processing', json({ data: { status: 'processing' } })],
  ])('%s: "%s" is no end, and nobody else is paid for it', async (route, _, waiting) => {
    const { submitted, rest } = {
      'fal-ai': {
        submitted: recorded('fal-ai', 'submit.200'),
        rest: [recorded('fal-ai', 'status.completed'), recorded('fal-ai', 'result.200'), picture()],
      },
      replicate: {
        submitted: recorded('replicate', '201.pending'),
        rest: [json({ status: 'succeeded', output: PNG_URL })],
      },
      wavespeed: { submitted: submit(), rest: [recorded('wavespeed', 'poll.completed'), picture()] },
    }[route as 'fal-ai'];
    const { result } = await ask(route, 'w/sdxl', plain, [submitted, waiting, ...rest]);
    expect(result).toMatchObject({ success: true, route });
  });

  const trouble: [string, () => Response | 'broken'][] = [
    ['408', () => new Response('', { status: 408 })],
    ['429', () => new Response('', { status: 429 })],
    ['500', () => new Response('', { status: 500 })],
    ['502', () => recorded('hf-inference', '502.html')],
    ['503', () => new Response('', { status: 503 })],
    ['504', () => recorded('hf-inference', '504.html')],
    ['a broken connection', () => 'broken'],
    ['a page in its place', () => recorded('hf-inference', '200.html')],
    ['no content', () => new Response(null, { status: 204 })],
    ['half an answer', () => new Response('{"data":', { headers: { 'content-type': 'application/json' } })],
    ['fewer bytes than announced', () => json({}, { headers: { 'content-length': '999' } })],
  ];

  test.each(trouble)('survives %s while it is asked after, time and again', async (_, answer) => {
    const many = Array.from({ length: 8 }, answer);
    const { result, sent, waits } = await ask('wavespeed', 'w/sdxl', plain, [
      submit(),
      ...many,
      recorded('wavespeed', 'poll.processing'),
      answer(),
      recorded('wavespeed', 'poll.completed'),
      picture(),
    ]);
    expect(result.success).toBe(true);
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
    const growing = [1000, 2000, 4000, 4000, 4000, 4000, 4000, 4000];
    expect(waits).toEqual([500, ...growing, 500, 1000]);
  });

  test.each([
    ['seconds', { 'retry-after': '9' }, 9000],
    ['a date', { 'retry-after': 'Thu, 01 Jan 1970 00:16:50 GMT' }, 10_000],
    ['RateLimit', { ratelimit: '"api";r=0;t=11' }, 11_000],
    ['less than our own pause', { 'retry-after': '1' }, 1000],
    ['nonsense', { 'retry-after': '-3' }, 1000],
  ])('gives a service the time it asks for: %s', async (_, headers, pause) => {
    const { result, waits } = await ask('wavespeed', 'w/sdxl', plain, [
      submit(),
      new Response('', { status: 429, headers: headers as unknown as HeadersInit }),
      recorded('wavespeed', 'poll.completed'),
      picture(),
    ]);
    expect(result.success).toBe(true);
    expect(waits).toEqual([500, pause]);
  });

  test.each([
    [400, 'VALIDATION_ERROR', false],
    [401, 'UNAUTHORIZED', false],
    [403, 'FORBIDDEN', false],
    [404, 'SERVER_ERROR', true],
    [410, 'SERVER_ERROR', true],
  ])('is over when the service says so (%i)', async (status, code, shouldFallback) => {
    for (const [route, submitted] of [
      ['wavespeed', submit()],
      ['replicate', recorded('replicate', '201.pending')],
      ['fal-ai', recorded('fal-ai', 'submit.200')],
    ] as const) {
      const { result, sent } = await ask(route, 'w/sdxl', plain, [submitted, new Response('', { status })]);
      expect(result.error).toMatchObject({ code, shouldFallback, status });
      expect(sent).toHaveLength(2);
    }
  });

  test('is polled until the time is up: STILL_COMING, and no other service is asked', async () => {
    const { fetch, sent } = standIn(submit(), ...Array.from({ length: 50 }, () => 'broken' as const));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let pauses = 0;
    const tenth = Promise.withResolvers<void>();
    const pausing = async (_: number, signal: AbortSignal) => {
      pauses += 1;
      if (pauses <= 10) return;
      tenth.resolve();
      await delay(60_000, signal);
    };
    const parts = { hub: hubWith({ wavespeed: 'w/sdxl', nscale: MODEL }), delay: pausing };
    const done = providerOver(fetch, parts).generate('a fox', { ...plain, timeout: 1500 });
    await tenth.promise;
    await vi.advanceTimersByTimeAsync(1500);
    const result = await done;
    expect(result.error).toEqual({
      code: 'STILL_COMING',
      message: 'Hugging Face took the job on and has not finished it yet',
      shouldFallback: false,
      queued: { route: 'wavespeed', model: MODEL, statusUrl: sent[1]?.url },
    });
    expect(sent.length).toBeGreaterThan(4);
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('has its result fetched again when that does not come at once', async () => {
    const { result, sent, waits } = await ask('fal-ai', 'fal-ai/flux', plain, [
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      new Response('', { status: 502 }),
      new Response('', { status: 503, headers: { 'retry-after': '3' } }),
      recorded('fal-ai', 'result.200'),
      picture(),
    ]);
    expect(result.success).toBe(true);
    expect(new Set(sent.slice(2, 5).map(({ url }) => url)).size).toBe(1);
    expect(waits).toEqual([500, 1000, 3000]);
  });

  test.each([
    [500, 'runner_server_error', 'SERVER_ERROR'],
    [503, 'runner_disconnected', 'SERVICE_UNAVAILABLE'],
    [504, 'request_timeout', 'TIMEOUT'],
  ])('that failed (%i %s) is over: its result is that failure', async (status, error_type, code) => {
    const { result, sent } = await ask('fal-ai', 'fal-ai/flux', plain, [
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      json({ detail: 'Out of luck', error_type }, { status }),
    ]);
    expect(result.error).toMatchObject({ code, shouldFallback: true, detail: 'Out of luck', status });
    expect(sent).toHaveLength(3);
  });

  test.each([404, 410])('whose result is gone (%i) is not paid a second time either', async (status) => {
    const { fetch, sent } = standIn(
      recorded('fal-ai', 'submit.200'),
      recorded('fal-ai', 'status.completed'),
      new Response('', { status }),
    );
    const hub = hubWith({ 'fal-ai': 'fal-ai/flux', nscale: MODEL });
    const result = await providerOver(fetch, { hub }).generate('a fox', plain);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true, status });
    expect(sent).toHaveLength(3);
  });

  test.each([404, 410])('that is gone (%i) is not paid a second time on another route', async (status) => {
    const { fetch, sent } = standIn(submit(), new Response('', { status }));
    const hub = hubWith({ wavespeed: 'w/sdxl', nscale: MODEL });
    const result = await providerOver(fetch, { hub }).generate('a fox', plain);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true, status });
    expect(sent).toHaveLength(2);
  });
});

describe('what was not honoured is reported', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.from(PNG);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return picture(bytes);
  };

  test.each([
    ['the asked size', 1024, 768, undefined],
    ['rounded to a block', 1016, 776, undefined],
    ['another size', 1024, 1024, [{ code: 'size-ignored' }]],
  ])('%s', async (_, width, height, warnings) => {
    const asked = { ...plain, width: 1024, height: 768 };
    const { result } = await ask('hf-inference', MODEL, asked, [png(width, height)]);
    expect(result.warnings).toEqual(warnings);
  });

  test('nothing asked, nothing to report', async () => {
    const { result } = await ask('hf-inference', MODEL, plain, [png(64, 64)]);
    expect(result).not.toHaveProperty('warnings');
  });
});
