import { describe, expect, test } from 'vitest';
import { recorded } from './fixtures.ts';
import { json, PNG_URL, providerOver, standIn, TOKEN } from './stand-in.ts';

const AUTH = 'Authentication error. Please refresh.';
const INVALID = 'Invalid request. Please check your input.';
const options = { style: 'none' } as const;

async function errorFrom(answer: Response) {
  const { fetch, sent } = standIn(answer);
  const result = await providerOver(fetch).generate('a fox', options);
  expect(result.success).toBe(false);
  // Whatever the answer, a paid request is never repeated.
  expect(sent).toHaveLength(1);
  return result.error;
}

describe("seed 004's matrix and DESIGN.md's table, from the recorded answers", () => {
  test.each([
    ['400.validation.string', 'VALIDATION_ERROR', false, INVALID, 400],
    ['400.validation.list', 'VALIDATION_ERROR', false, INVALID, 400],
    ['400.toolkit.nonsquare', 'VALIDATION_ERROR', false, INVALID, 400],
    ['400.unsupported', 'VALIDATION_ERROR', false, INVALID, 400],
    ['401.invalid', 'UNAUTHORIZED', false, AUTH, 401],
    ['401.credentials', 'UNAUTHORIZED', false, AUTH, 401],
    ['402.depleted', 'PAYMENT_REQUIRED', true, 'The Hugging Face account has no inference credit left', 402],
    [
      '402.no-credits',
      'PAYMENT_REQUIRED',
      true,
      'The Hugging Face account has no inference credit left',
      402,
    ],
    ['403.permission', 'FORBIDDEN', false, 'Hugging Face does not allow this request', 403],
    ['403.gated', 'FORBIDDEN', false, 'Hugging Face does not allow this request', 403],
    ['404.model', 'MODEL_UNAVAILABLE', true, 'No Hugging Face service offers this model now', 404],
    ['404.text', 'MODEL_UNAVAILABLE', true, 'No Hugging Face service offers this model now', 404],
    ['410.model', 'MODEL_UNAVAILABLE', true, 'No Hugging Face service offers this model now', 410],
    ['413.text', 'VALIDATION_ERROR', false, INVALID, 413],
    ['422.text', 'VALIDATION_ERROR', false, INVALID, 422],
    ['429.hub-style', 'RATE_LIMIT', true, 'Rate limit exceeded on Hugging Face', 429],
    ['429.retry-after', 'RATE_LIMIT', true, 'Rate limit exceeded on Hugging Face', 429],
    ['429.upstream', 'RATE_LIMIT', true, 'Rate limit exceeded on Hugging Face', 429],
    ['500.unknown', 'SERVER_ERROR', true, 'Hugging Face could not make the picture', 500],
    ['500.internal', 'SERVER_ERROR', true, 'Hugging Face could not make the picture', 500],
    ['502.html', 'SERVER_ERROR', true, 'Hugging Face could not make the picture', 502],
    ['503.loading', 'SERVICE_UNAVAILABLE', true, 'Hugging Face is unavailable right now', 503],
    ['503.html', 'SERVICE_UNAVAILABLE', true, 'Hugging Face is unavailable right now', 503],
    ['504.html', 'TIMEOUT', true, 'Hugging Face took too long to answer', 504],
  ])('%s → %s, goes on: %s', async (name, code, shouldFallback, message, status) => {
    expect(await errorFrom(recorded('hf-inference', name))).toMatchObject({
      code,
      shouldFallback,
      message,
      status,
    });
  });

  test.each([
    [408, 'TIMEOUT', true],
    [451, 'UNKNOWN', false],
    [418, 'UNKNOWN', false],
    [521, 'SERVER_ERROR', true],
  ])('%i → %s, goes on: %s', async (status, code, shouldFallback) => {
    expect(await errorFrom(new Response('', { status }))).toMatchObject({ code, shouldFallback, status });
  });

  test('a broken connection goes on', async () => {
    const { fetch, sent } = standIn('broken');
    const result = await providerOver(fetch).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'NETWORK_ERROR', shouldFallback: true });
    expect(sent).toHaveLength(1);
  });

  test('offline stops before any request', async () => {
    const { fetch, sent } = standIn();
    const result = await providerOver(fetch, { isOnline: () => false }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'OFFLINE', shouldFallback: false });
    expect(sent).toEqual([]);
  });

  test.each([undefined, '', '   '])('without a token (%j) nobody is asked', async (token) => {
    const { fetch, sent } = standIn();
    const result = await providerOver(fetch, { token }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'NOT_CONNECTED', shouldFallback: true });
    expect(sent).toEqual([]);
  });

  test('a token that cannot stand in a header is no network failure', async () => {
    const { fetch, sent } = standIn();
    const result = await providerOver(fetch, { token: 'hf_ключ' }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'UNAUTHORIZED', message: AUTH });
    expect(JSON.stringify(result)).not.toContain('ключ');
    expect(sent).toEqual([]);
  });

  test('a throwing clock, observer or fetch never makes generate throw', async () => {
    const { fetch, sent } = standIn(json('x'));
    const asking = () => Promise.reject(new Error(TOKEN));
    const result = await providerOver(fetch, { observer: { asking } }).generate('a fox', options);
    expect(result.error).toMatchObject({ code: 'UNKNOWN', shouldFallback: false });
    expect(sent).toEqual([]);
    const clock = {
      now(): number {
        throw new Error('no clock');
      },
    };
    expect((await providerOver(fetch, { clock }).generate('a fox', options)).success).toBe(false);
  });
});

describe("what the service's answer tells besides its status", () => {
  test.each([
    ['403.permission', 'token-permission'],
    ['403.gated', 'licence'],
    ['400.openai-route', 'provider-settings'],
    ['401.invalid', undefined],
    ['400.validation.string', undefined],
  ])('%s: reason %s', async (name, reason) => {
    expect((await errorFrom(recorded('hf-inference', name)))?.reason).toBe(reason);
  });

  test.each([
    [
      'gated by its words alone',
      403,
      'Access to model x/y is restricted, visit … to ask for access',
      'licence',
    ],
    ['settings', 403, 'The model is not supported by any provider you have enabled.', 'provider-settings'],
    ['account', 403, 'Your account has been suspended', 'account'],
    ['unknown', 403, 'Forbidden', undefined],
  ])('reason: %s', async (_, status, error, reason) => {
    expect((await errorFrom(json({ error }, { status })))?.reason).toBe(reason);
  });

  test.each([
    ['Retry-After in seconds', 429, { 'retry-after': '7' }, 7],
    ['Retry-After on 503', 503, { 'retry-after': '3' }, 3],
    ['Retry-After as a date', 429, { 'retry-after': 'Thu, 01 Jan 1970 00:17:10 GMT' }, 30],
    ['RateLimit', 429, { ratelimit: '"api";r=0;t=55' }, 55],
    ['RateLimit with some left', 429, { ratelimit: '"api";r=3;t=55' }, undefined],
    ['nonsense', 429, { 'retry-after': '-5' }, undefined],
    ['on another status', 500, { 'retry-after': '7' }, undefined],
    ['on 402', 402, { 'retry-after': '7' }, undefined],
  ])('wait: %s', async (_, status, headers, retryAfter) => {
    expect((await errorFrom(json({}, { status, headers })))?.retryAfter).toBe(retryAfter);
  });

  test('Retry-After on a success is no error', async () => {
    const { fetch } = standIn(recorded('together', '200.b64'));
    expect((await providerOver(fetch).generate('a fox', options)).success).toBe(true);
  });

  test.each([
    ['error text', { error: 'words' }],
    ['error list', { error: ['words'] }],
    ['error object', { error: { message: 'words', code: 1 } }],
    ['detail text', { detail: 'words', title: 'other' }],
    ['detail list', { detail: [{ loc: ['body'], msg: 'words' }] }],
    ['message', { error: null, message: 'words' }],
    ['title', { title: 'words', status: 500 }],
    ['an empty one is passed over', { error: '', message: 'words' }],
  ])('its words: %s', async (_, body) => {
    expect((await errorFrom(json(body, { status: 500 })))?.detail).toBe('words');
  });

  test.each([
    ['plain text', 'words', 'words'],
    ['HTML says nothing to people', '<html><h1>502</h1></html>', undefined],
    ['another shape', '[1,2]', undefined],
    ['nothing', '', undefined],
    ['a flood', 'x'.repeat(70_000), undefined],
  ])('its words: %s', async (_, body, detail) => {
    expect((await errorFrom(new Response(body, { status: 500 })))?.detail).toBe(detail);
  });

  test('its request id, for its support', async () => {
    expect((await errorFrom(recorded('hf-inference', '500.internal')))?.requestId).toMatch(/^Root=1-/);
  });

  test('a body that breaks off leaves the status standing', async () => {
    const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('network error')) });
    expect(await errorFrom(new Response(body, { status: 503 }))).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
  });
});

describe('refused content stops', () => {
  test.each([
    [400, { error: 'The prompt was flagged by our moderation' }],
    [403, { error: 'Blocked by content policy' }],
    [422, { detail: [{ msg: 'NSFW content detected', type: 'content_policy_violation' }] }],
  ])('%i %j', async (status, body) => {
    expect(await errorFrom(json(body, { status }))).toMatchObject({
      code: 'CONTENT_REFUSED',
      shouldFallback: false,
      status,
    });
  });

  test.each([401, 429, 500, 503])('at any status, %i too', async (status) => {
    const words = 'The prompt was flagged by our moderation';
    const body = [{ error: words }, { error: { code: 'content_policy_violation', message: 'No.' } }];
    for (const said of body)
      expect(await errorFrom(json(said, { status }))).toMatchObject({
        code: 'CONTENT_REFUSED',
        shouldFallback: false,
      });
  });

  test.each([429, 500, 503, 401])(
    'but a checker that is out of order (%i) refuses nothing',
    async (status) => {
      const error = await errorFrom(json({ error: 'Failed to load safety checker' }, { status }));
      expect(error?.code).not.toBe('CONTENT_REFUSED');
    },
  );
});

test('a success is a data URL of the true type, with model and route', async () => {
  const { fetch } = standIn(recorded('hf-inference', '200.png'));
  expect(await providerOver(fetch).generate('a fox', options)).toEqual({
    success: true,
    image: PNG_URL,
    model: 'black-forest-labs/FLUX.1-schnell',
    route: 'hf-inference',
  });
});
