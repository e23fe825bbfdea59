import { describe, expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../../../src/generation/index.ts';
import { recorded } from './fixtures.ts';
import { hubWith, json, PNG, PNG_URL, picture, providerOver, standIn } from './stand-in.ts';

const options = { style: 'none' } as const;
const base64 = PNG.toString('base64');

async function ask(...answers: Response[]) {
  const { fetch, sent } = standIn(...answers);
  return { result: await providerOver(fetch).generate('a fox', options), sent };
}

function chunks(count: number, size: number, headers: HeadersInit = {}) {
  const state = { cancelled: false, given: 0 };
  const body = new ReadableStream({
    pull(controller) {
      if (state.given === count) return controller.close();
      const chunk = new Uint8Array(size);
      if (state.given === 0) chunk.set(PNG);
      state.given += 1;
      controller.enqueue(chunk);
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { state, response: new Response(body, { headers }) };
}

describe('success without a picture goes on as SERVER_ERROR', () => {
  test.each([
    ['HTML', recorded('hf-inference', '200.html')],
    ['an error in JSON', recorded('hf-inference', '200.json-error')],
    ['empty', recorded('hf-inference', '200.empty')],
    ['no content', recorded('hf-inference', '204.left')],
    ['an empty list', recorded('nscale', '200.empty-data')],
    [
      'SVG',
      new Response('<svg xmlns="http://www.w3.org/2000/svg"/>', {
        headers: { 'content-type': 'image/svg+xml' },
      }),
    ],
    ['text that calls itself a picture', new Response('hello', { headers: { 'content-type': 'image/png' } })],
    ['truncated', picture(PNG, { 'content-length': '99999' })],
    [
      'JSON cut off',
      new Response('{"data":[{"b64_json":"iVBO', { headers: { 'content-type': 'application/json' } }),
    ],
    ['base64 of no picture', json({ data: [{ b64_json: btoa('no picture') }] })],
    ['a number', json(42)],
    ['null', json(null)],
    ['nested nonsense', json({ data: [[[]]], images: 5, output: { a: 1 } })],
  ])('%s', async (_, response) => {
    const { result, sent } = await ask(response);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true });
    expect(sent).toHaveLength(1);
  });

  test('an error in JSON keeps the words of the service', async () => {
    const { result } = await ask(recorded('hf-inference', '200.json-error'));
    expect(result.error?.detail).toBe('We had to rate limit your IP (203.0.113.7).');
  });

  test('a body that breaks off while it streams', async () => {
    let pulls = 0;
    const body = new ReadableStream({
      pull(stream) {
        pulls += 1;
        if (pulls === 1) stream.enqueue(new Uint8Array(PNG));
        else stream.error(new TypeError('network error'));
      },
    });
    const { result } = await ask(new Response(body));
    expect(result.error).toMatchObject({
      code: 'SERVER_ERROR',
      shouldFallback: true,
      fault: 'broke-off',
    });
  });
});

describe('size is counted while it streams', () => {
  const MEGABYTE = 1024 * 1024;

  test('25 MB are a picture', async () => {
    const { response } = chunks(25, MEGABYTE);
    const { result } = await ask(response);
    expect(result.success).toBe(true);
  });

  test('more is cancelled at once', async () => {
    const { response, state } = chunks(200, MEGABYTE);
    const { result } = await ask(response);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', fault: 'too-large' });
    expect(state.cancelled).toBe(true);
    expect(state.given).toBeLessThan(30);
  });

  test('JSON may be as large as base64 makes it, a picture that calls itself JSON may not', async () => {
    const over = chunks(200, MEGABYTE, { 'content-type': 'application/json' });
    expect((await ask(over.response)).result.error?.fault).toBe('too-large');
    expect(over.state.given).toBeLessThan(40);
    const largest = Buffer.concat([PNG, Buffer.alloc(25 * MEGABYTE - PNG.length)]).toString('base64');
    expect((await ask(json({ data: [{ b64_json: largest }] }))).result.success).toBe(true);
    const sneaky = chunks(26, MEGABYTE, { 'content-type': 'application/json' });
    expect((await ask(sneaky.response)).result.success).toBe(false);
  });

  test('an announced size over the limit is refused unread', async () => {
    const { response, state } = chunks(1, 100, { 'content-length': String(MAX_IMAGE_BYTES + 1) });
    expect((await ask(response)).result.success).toBe(false);
    expect(state.cancelled).toBe(true);
  });
});

describe('the shapes a picture can come in', () => {
  const address = 'https://cdn.example.com/1.png';

  test.each([
    ['a bare JSON string', recorded('hf-inference', '200.jsonstring')],
    ['JSON labelled as a picture', json(base64, { headers: { 'content-type': 'image/png' } })],
    ['data[].b64_json', json({ data: [{ b64_json: base64 }] })],
    ['images[] as a data URL', json({ images: [{ url: PNG_URL }] })],
    ['output text', json({ output: base64 })],
    ['output list', json({ output: [PNG_URL] })],
  ])('%s', async (_, response) => {
    const { result } = await ask(response);
    expect(result.image).toBe(PNG_URL);
  });

  test.each([
    ['data[].url', json({ data: [{ url: address }] })],
    ['images[].url', json({ images: [{ url: address }] })],
    ['output address', json({ output: address })],
    ['output list of addresses', json({ output: [address, 'https://cdn.example.com/2.png'] })],
    ['an empty b64_json beside it', json({ data: [{ b64_json: '' }, { url: address }] })],
  ])('%s is fetched, without the token', async (_, response) => {
    const { result, sent } = await ask(response, picture());
    expect(result.image).toBe(PNG_URL);
    expect(sent[1]?.url).toBe(address);
    expect(sent[1]?.headers).toEqual({ accept: 'image/*' });
    expect(sent[1]?.init.credentials).toBe('omit');
  });

  test('the true type is told, not the label', async () => {
    const { result } = await ask(recorded('hf-inference', '200.jpeg'));
    expect(result.image).toMatch(/^data:image\/jpeg;base64,\/9j\//);
    const webp = await ask(recorded('nebius_removed', '200.b64.webp'));
    expect(webp.result.image).toMatch(/^data:image\/webp;base64,UklGR/);
  });

  test('an address into the user’s network is not followed', async () => {
    const { result, sent } = await ask(json({ output: 'http://192.168.1.1/1.png' }));
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true });
    expect(sent).toHaveLength(1);
  });

  test('a picture that was made but cannot be read stops, with its address', async () => {
    const { fetch } = standIn(json({ data: [{ url: address }] }), 'broken');
    const result = await providerOver(fetch).generate('a fox', options);
    expect(result.error).toMatchObject({
      code: 'PICTURE_UNREACHABLE',
      shouldFallback: false,
      pictureUrl: address,
    });
  });

  test('and still knows what made it, for when it is fetched later', async () => {
    const hub = hubWith({ replicate: 'black-forest-labs/flux-schnell' });
    const { fetch } = standIn(json({ output: address }), new Response('', { status: 503 }));
    const asked = { ...options, negativePrompt: 'blurry', width: 512, height: 512 };
    const result = await providerOver(fetch, { hub }).generate('a fox', asked);
    expect(result.error?.made).toEqual({
      model: 'black-forest-labs/FLUX.1-schnell',
      route: 'replicate',
      warnings: [{ code: 'negative-prompt-ignored' }],
    });
    const own = standIn(json({ output: address }), 'broken');
    const config = { apiUrl: 'https://mine.example.com/models/acme/fox' };
    expect((await providerOver(own.fetch, { config }).generate('a fox', options)).error?.made).toEqual({
      model: 'acme/fox',
      route: 'own-url',
    });
  });

  test('a failure without a picture names no maker', async () => {
    const { result } = await ask(new Response('', { status: 500 }));
    expect(result.error).not.toHaveProperty('made');
  });
});

describe('content that the service flagged stops', () => {
  test.each([
    ['fal', recorded('fal-ai', 'result.nsfw')],
    ['wavespeed', json({ images: [{ url: 'https://cdn.example.com/1.png' }], has_nsfw_contents: [true] })],
    ['words in a 200', json({ error: 'NSFW content detected. Try a different prompt.' })],
  ])('%s', async (_, response) => {
    const { result, sent } = await ask(response);
    expect(result.error).toMatchObject({ code: 'CONTENT_REFUSED', shouldFallback: false });
    expect(sent).toHaveLength(1);
  });

  test('a flag that says false does not', async () => {
    const { result } = await ask(json({ images: [{ url: PNG_URL }], has_nsfw_concepts: [false] }));
    expect(result.success).toBe(true);
  });
});
