import { Buffer } from 'node:buffer';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { PuterProvider } from '../../../../src/providers/puter/provider.ts';
import { json, never, PICTURE, PLAIN, PNG, picture, puterOver, standIn, TOKEN } from './stand-in.ts';

describe('the request', () => {
  test('is one POST with pixels, seed and negative prompt, and base64 asked for', async () => {
    const { provider, asked } = puterOver(() => picture());
    const options = { ...PLAIN, width: 768, height: 512, seed: 0, negativePrompt: 'a dog' };
    const result = await provider.generate('a red fox', options);
    expect(result).toEqual({
      success: true,
      image: PICTURE,
      model: 'black-forest-labs/FLUX.1-schnell',
      warnings: [{ code: 'negative-prompt-ignored' }],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toEqual({
      interface: 'puter-image-generation',
      driver: 'ai-image',
      method: 'generate',
      test_mode: false,
      args: {
        prompt: 'a red fox',
        model: 'black-forest-labs/FLUX.1-schnell',
        response_format: 'base64',
        width: 768,
        height: 512,
        seed: 0,
        negative_prompt: 'a dog',
      },
      auth_token: TOKEN,
    });
  });

  test('carries no cookie, no referrer, no forged header, and follows no redirect', async () => {
    const { provider, asked } = puterOver(() => picture());
    await provider.generate('a cat', PLAIN);
    expect(asked[0]?.url).toBe('https://api.puter.com/drivers/call');
    const { body: _, signal, ...init } = asked[0]?.init ?? {};
    expect(init).toEqual({
      method: 'POST',
      headers: { 'Content-Type': 'text/plain;actually=json' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  test('calls fetch as a function, as browsers demand', async () => {
    const receivers: unknown[] = [];
    function fetch(this: unknown) {
      receivers.push(this);
      return Promise.resolve(picture());
    }
    await new PuterProvider({ fetch, token: TOKEN }).generate('a cat', PLAIN);
    expect(receivers).toEqual([undefined]);
  });

  test('keeps the prompt as it is: emoji, right-to-left, control characters, quotes', async () => {
    const prompt = '🦊 ثعلب "in" \u0007 the\nsnow \u202e';
    const { provider, asked } = puterOver(() => picture());
    await provider.generate(prompt, PLAIN);
    expect(asked[0]?.body.args?.prompt).toBe(prompt);
  });

  test('leaves the options as they are, and puter.js without a token afterwards', async () => {
    const options = Object.freeze({ ...PLAIN, seed: 3 });
    await puterOver(() => picture()).provider.generate('a cat', options);
    expect(options).toEqual({ style: 'none', seed: 3 });
    const { puter } = await import('@heyputer/puter.js');
    expect(puter.authToken).toBeNull();
    expect('XMLHttpRequest' in globalThis).toBe(false);
  });

  test('with the id of seed 004 goes to Replicate, which is told a file format, and says what it drops', async () => {
    const { provider, asked } = puterOver(() => picture(), { config: { model: 'flux-schnell' } });
    const options = { ...PLAIN, width: 768, height: 512, seed: 1, negativePrompt: 'a dog' };
    const result = await provider.generate('a cat', options);
    expect(asked[0]?.body.args).toMatchObject({ model: 'flux-schnell', response_format: 'png', seed: 1 });
    expect(result.model).toBe('flux-schnell');
    expect(result.warnings).toEqual([{ code: 'size-ignored' }, { code: 'negative-prompt-ignored' }]);
  });

  test('never sends a Hugging Face id; a different model than requested is reported', async () => {
    const { provider, asked } = puterOver(() => picture());
    const result = await provider.generate('a cat', { ...PLAIN, model: 'stabilityai/sdxl-turbo' });
    expect(asked[0]?.body.args?.model).toBe('black-forest-labs/FLUX.1-schnell');
    expect(result.warnings).toEqual([{ code: 'model-differs', detail: 'black-forest-labs/FLUX.1-schnell' }]);
  });

  test('goes to the same model under its other id when Puter no longer knows the first', async () => {
    const gone = {
      code: 'bad_request',
      message:
        'black-forest-labs/FLUX.1-schnell is no longer available through together-image-generation; choose',
    };
    const { provider, asked } = puterOver((_, count) => (count === 1 ? json(gone, 400) : picture()));
    const result = await provider.generate('a cat', { ...PLAIN, model: 'black-forest-labs/FLUX.1-schnell' });
    expect(asked.map(({ body }) => body.args?.model)).toEqual([
      'black-forest-labs/FLUX.1-schnell',
      'flux-schnell',
    ]);
    expect(result).toEqual({ success: true, image: PICTURE, model: 'flux-schnell', warnings: [] });
  });

  test('a model the user chose is not swapped for another', async () => {
    const gone = { code: 'bad_request', message: 'Model not found: gpt-image-9' };
    const { provider, asked } = puterOver(() => json(gone, 400), { config: { model: 'gpt-image-9' } });
    const result = await provider.generate('a cat', PLAIN);
    expect(asked).toHaveLength(1);
    expect(result.error).toMatchObject({ code: 'MODEL_UNAVAILABLE', detail: 'Model not found: gpt-image-9' });
  });
});

describe('the picture', () => {
  const bytes = Buffer.from(PNG, 'base64');
  test.each<[string, () => Response]>([
    ['a data URI', () => picture()],
    ['a data URI with a wrong label', () => picture(PICTURE.replace('png', 'jpeg'))],
    ['bare base64', () => picture(PNG)],
    ['the answer without an envelope', () => json(PICTURE)],
    ['plain text', () => new Response(PICTURE, { headers: { 'content-type': 'text/plain' } })],
    ['no Content-Type', () => new Response(new Blob([JSON.stringify({ success: true, result: PICTURE })]))],
    ['the bytes as image/png', () => new Response(bytes, { headers: { 'content-type': 'image/png' } })],
    [
      'the bytes as octets',
      () => new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } }),
    ],
    ['the bytes with no label', () => new Response(bytes)],
    ['a stray usage flag', () => json({ success: true, result: PICTURE, metadata: { usage_limited: true } })],
    ['a stray code', () => json({ success: true, result: PICTURE, code: 'token_auth_failed' })],
    ['a stray error', () => json({ success: true, result: PICTURE, error: { code: 'insufficient_funds' } })],
  ])('is understood as %s', async (_, reply) => {
    const { provider, asked } = puterOver(reply);
    const result = await provider.generate('a cat', PLAIN);
    expect(result).toMatchObject({ success: true, image: PICTURE });
    expect(asked).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['an address', 'https://pictures.example/out-0.webp'],
    ['url', { url: 'https://pictures.example/out-0.webp' }],
    ['asset_url', { asset_url: 'https://pictures.example/out-0.webp' }],
    ['href', { href: 'https://pictures.example/out-0.webp' }],
  ])('is fetched without any credential when it comes as %s', async (_, reference) => {
    const { provider, asked } = puterOver((_call, count) =>
      count === 1 ? picture(reference) : new Response(bytes),
    );
    expect(await provider.generate('a cat', PLAIN)).toMatchObject({ success: true, image: PICTURE });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.url).toBe('https://pictures.example/out-0.webp');
    expect(asked[1]?.init.credentials).toBe('omit');
    expect(JSON.stringify(asked[1])).not.toContain(TOKEN);
  });

  test('that was made but cannot be read says where it lies', async () => {
    const { provider } = puterOver((_, count) => {
      if (count === 1) return picture('https://pictures.example/out-0.webp');
      throw new TypeError('Failed to fetch');
    });
    const { error } = await provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({
      code: 'PICTURE_UNREACHABLE',
      pictureUrl: 'https://pictures.example/out-0.webp',
      shouldFallback: false,
      made: { model: 'black-forest-labs/FLUX.1-schnell' },
    });
  });

  test('that was made but does not come in time says where it lies, and what made it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const fetching = Promise.withResolvers<void>();
    const { provider } = puterOver(
      (call, count) => {
        if (count === 1) return picture('https://pictures.example/out-0.webp');
        fetching.resolve();
        return never(call);
      },
      { config: { model: 'flux-schnell' } },
    );
    const done = provider.generate('a cat', { ...PLAIN, negativePrompt: 'a dog', timeout: 1500 });
    await fetching.promise;
    await vi.advanceTimersByTimeAsync(1500);
    const { error } = await done;
    expect(error).toEqual({
      code: 'TIMEOUT',
      message: 'The picture was made, but did not arrive in time',
      shouldFallback: true,
      pictureUrl: 'https://pictures.example/out-0.webp',
      made: { model: 'flux-schnell', warnings: [{ code: 'negative-prompt-ignored' }] },
    });
  });

  test.each<[string, () => Response]>([
    ['HTML', () => new Response('<!doctype html><p>hello', { headers: { 'content-type': 'text/html' } })],
    ['nothing', () => new Response(null, { status: 204 })],
    ['an empty body', () => new Response('')],
    ['truncated JSON', () => new Response('{"success":true,"res')],
    ['a result of null', () => picture(null)],
    ['a number', () => picture(7)],
    ['a list', () => json([PICTURE])],
    ['other JSON', () => json({ hello: 'world' })],
    ['text in a data URI', () => picture('data:text/plain;base64,aGVsbG8=')],
    [
      'an SVG',
      () => picture('data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4='),
    ],
    ['an http address', () => picture('http://pictures.example/1.png')],
    ['an address in the user’s network', () => picture('https://192.168.0.1/1.png')],
    ['a script', () => picture('javascript:alert(1)')],
    ['octets that are no picture', () => new Response(new Uint8Array([1, 2, 3, 4]))],
  ])('is not believed when %s comes instead', async (_, reply) => {
    const { provider, asked } = puterOver(reply);
    const { success, error } = await provider.generate('a cat', PLAIN);
    expect(success).toBe(false);
    expect(error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true });
    expect(asked).toHaveLength(1);
  });

  test('may be 25 MB, which base64 makes a third longer, and not larger', async () => {
    const large = new Uint8Array(25 * 1024 * 1024 + 1);
    large.set(bytes);
    const ask = (from: Uint8Array) => {
      const asDataUri = `data:image/png;base64,${Buffer.from(from).toString('base64')}`;
      return puterOver(() => picture(asDataUri)).provider.generate('a cat', PLAIN);
    };
    expect((await ask(large)).error?.code).toBe('SERVER_ERROR');
    expect((await ask(large.subarray(0, -1))).success).toBe(true);
  });
});

describe('without any request', () => {
  const untouched = () => {
    throw new Error('puter.js was loaded');
  };
  const aborted = AbortSignal.abort();
  test.each([
    ['no token', { token: undefined }, 'a cat', PLAIN, 'NOT_CONNECTED', true],
    ['a token of spaces', { token: '  ' }, 'a cat', PLAIN, 'NOT_CONNECTED', true],
    ['a blank prompt', {}, ' \n', PLAIN, 'VALIDATION_ERROR', false],
    ['no network', { isOnline: () => false }, 'a cat', PLAIN, 'OFFLINE', false],
    ['a cancelled job', {}, 'a cat', { ...PLAIN, signal: aborted }, 'CANCELLED', false],
  ] as const)('and without loading puter.js: %s', async (_, parts, prompt, options, code, shouldFallback) => {
    const { provider, asked } = puterOver(() => picture(), { ...parts, loadClient: untouched });
    const result = await provider.generate(prompt, options);
    expect(result).toMatchObject({ success: false, error: { code, shouldFallback } });
    expect(asked).toHaveLength(0);
  });
});

test('a puter.js that cannot be loaded is a failure like any other', async () => {
  const { provider } = puterOver(() => picture(), { loadClient: () => Promise.reject(new Error(TOKEN)) });
  const { error } = await provider.generate('a cat', PLAIN);
  expect(error).toEqual({ code: 'UNKNOWN', message: 'Unexpected error on Puter', shouldFallback: false });
});

describe('a puter.js that behaves otherwise', () => {
  const requesting = (url: string, method = 'POST') => ({
    authToken: null as string | null,
    ai: {
      txt2img() {
        const request = new XMLHttpRequest();
        request.open(method, url);
        const ended = new Promise((_, reject) => request.addEventListener('abort', reject));
        request.send('{}');
        return ended;
      },
    },
  });

  test.each([
    ['POST', 'https://api.puter.com/rao'],
    ['GET', 'https://api.puter.com/drivers/call'],
    ['POST', 'https://api.puter.com.example/drivers/call'],
    ['POST', 'https://api.puter.com/drivers/call?x=1'],
  ])('is not let through to %s %s', async (method, url) => {
    const { fetch, asked } = standIn(() => picture());
    const loadClient = async () => requesting(url, method);
    const { error } = await new PuterProvider({ fetch, token: TOKEN, loadClient }).generate('a cat', PLAIN);
    expect(error).toMatchObject({
      code: 'UNKNOWN',
      fault: 'client-misbehaved',
    });
    expect(asked).toHaveLength(0);
  });

  test('is let through once', async () => {
    const { fetch, asked } = standIn(() => picture());
    const client = requesting('https://api.puter.com/drivers/call');
    const once = client.ai.txt2img;
    client.ai.txt2img = () => {
      once().catch(() => {});
      return once();
    };
    const provider = new PuterProvider({ fetch, token: TOKEN, loadClient: async () => client });
    expect((await provider.generate('a cat', PLAIN)).error?.code).toBe('UNKNOWN');
    expect(asked).toHaveLength(1);
  });

  test('gets the XMLHttpRequest it is lent only while it builds its request', async () => {
    class Own {}
    Object.defineProperty(globalThis, 'XMLHttpRequest', { value: Own, configurable: true, writable: true });
    onTestFinished(() => void Reflect.deleteProperty(globalThis, 'XMLHttpRequest'));
    const client = requesting('https://api.puter.com/drivers/call');
    const seen: unknown[] = [];
    const { fetch } = standIn(() => {
      seen.push(globalThis.XMLHttpRequest);
      return json({}, 500);
    });
    const provider = new PuterProvider({ fetch, token: TOKEN, loadClient: async () => client });
    await provider.generate('a cat', PLAIN);
    expect([...seen, globalThis.XMLHttpRequest]).toEqual([expect.anything(), Own]);
    expect(client.authToken).toBeNull();
  });

  test.each([undefined, null, 'https://x.example/1.png', {}, { src: 5 }, { src: '' }])(
    'is not believed when it resolves with %j',
    async (resolved) => {
      const loadClient = async () => ({ authToken: null, ai: { txt2img: async () => resolved } });
      const { fetch } = standIn(() => picture());
      const { error } = await new PuterProvider({ fetch, token: TOKEN, loadClient }).generate('a cat', PLAIN);
      expect(error?.code).toBe('SERVER_ERROR');
    },
  );
});
