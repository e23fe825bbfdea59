import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GenerationOptions } from '../../../../src/generation/index.ts';
import { createProviderManager } from '../../../../src/generation/index.ts';
import { json, never, PLAIN, picture, puterOver, type Reply, TOKEN } from './stand-in.ts';

const WORDS = `Token ${TOKEN} (Bearer ${TOKEN}) is not welcome`;
const printed: unknown[] = [];
const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  printed.length = 0;
  unhandled.length = 0;
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, level).mockImplementation((...given) => void printed.push(...given));
  process.on('unhandledRejection', note);
});

afterEach(() => {
  vi.restoreAllMocks();
  process.off('unhandledRejection', note);
});

/** A service that repeats the token wherever it can. */
const FAILURES: [string, Reply, GenerationOptions?][] = [
  ...[400, 401, 402, 403, 404, 413, 429, 500, 503].map((status): [string, Reply] => [
    `${status}`,
    () =>
      json({ error: WORDS, message: WORDS, code: TOKEN, reauth_token: TOKEN }, status, { 'x-token': TOKEN }),
  ]),
  ['401 reauth_required', () => json({ code: 'reauth_required', message: WORDS, reauth_token: TOKEN }, 401)],
  ['the older envelope', () => json({ success: false, error: { code: 'forbidden', message: WORDS } })],
  ['an HTML page', () => new Response(`<h1>${WORDS}</h1>`, { status: 502 })],
  ['text instead of a picture', () => new Response(WORDS)],
  ['a data URI without a picture', () => picture(`data:text/plain,${TOKEN}`)],
  ['an address that is none', () => picture(`http://pictures.example/${TOKEN}`)],
  ['a broken connection', () => Promise.reject(new TypeError(WORDS))],
  ['something odd thrown', () => Promise.reject({ _puterReq: { body: WORDS } })],
  [
    'a body that breaks off',
    () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error(WORDS)) })),
  ],
  ['a time-out', never, { ...PLAIN, timeout: 20 }],
  ['a cancel', never, { ...PLAIN, signal: AbortSignal.timeout(20) }],
];

describe('the token does not come out of', () => {
  test.each(FAILURES)('%s', async (_, reply, options = PLAIN) => {
    const { provider } = puterOver(reply);
    const result = await provider.generate('a cat', options);
    const whole = await createProviderManager({ primary: provider, fallback: provider }).generate(
      'a cat',
      options,
    );
    // Lets pending rejections surface.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(result.success).toBe(false);
    expect(inspect([result, whole, printed, unhandled], { depth: null })).not.toContain(TOKEN);
    expect(unhandled).toEqual([]);
    expect(printed).toEqual([]);
  });

  test('a puter.js that fails with it in hand', async () => {
    const rejection = { status: 0, _puterReq: { body: WORDS } };
    const client = { authToken: null, ai: { txt2img: () => Promise.reject(rejection) } };
    const { provider } = puterOver(() => picture(), { loadClient: async () => client });
    const result = await provider.generate('a cat', PLAIN);
    expect(result.success).toBe(false);
    expect(inspect([result, printed, unhandled, client], { depth: null })).not.toContain(TOKEN);
  });

  test('a picture address that repeats it: a stranger would read it there', async () => {
    const { provider, asked } = puterOver(() => picture(`https://pictures.example/${TOKEN}.png`));
    const result = await provider.generate('a cat', PLAIN);
    expect(result.error).toMatchObject({ code: 'SERVER_ERROR', shouldFallback: true });
    expect(inspect(result, { depth: null })).not.toContain(TOKEN);
    expect(asked).toHaveLength(1);
  });

  test('a service that says it at length', async () => {
    const long = `${'x'.repeat(290)}${TOKEN}`;
    const { error } = await puterOver(() => json({ message: long }, 500)).provider.generate('a cat', PLAIN);
    expect(error?.detail).not.toContain(TOKEN.slice(0, 6));
  });
});
