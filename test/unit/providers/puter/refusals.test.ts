import { describe, expect, test } from 'vitest';
import type { ErrorCode, ProviderError } from '../../../../src/generation/index.ts';
import { json, PLAIN, puterOver } from './stand-in.ts';

const SEED_400 = 'Invalid request. Please check your input.';
const SEED_401 = 'Authentication error. Please refresh.';

interface Row {
  status: number;
  code?: string;
  words?: string;
  headers?: Record<string, string>;
  becomes: ErrorCode;
  also?: Partial<ProviderError>;
}

const ACCOUNT = { reason: 'account', shouldFallback: false } as const;

/** What Puter's backend answers, and what it means here. */
const ROWS: Row[] = [
  { status: 401, code: 'token_missing', becomes: 'UNAUTHORIZED', also: { message: SEED_401 } },
  { status: 401, code: 'token_auth_failed', becomes: 'UNAUTHORIZED', also: { message: SEED_401 } },
  { status: 401, code: 'reauth_required', becomes: 'UNAUTHORIZED', also: { shouldFallback: false } },
  {
    status: 402,
    code: 'insufficient_funds',
    words: 'Insufficient credits for image generation',
    becomes: 'PAYMENT_REQUIRED',
    also: { shouldFallback: true, detail: 'Insufficient credits for image generation' },
  },
  {
    status: 400,
    code: 'bad_request',
    words: 'Missing `model`',
    becomes: 'VALIDATION_ERROR',
    also: { message: SEED_400 },
  },
  { status: 400, code: 'client_bad_json', becomes: 'VALIDATION_ERROR', also: { shouldFallback: false } },
  { status: 400, code: 'unknown_error', becomes: 'VALIDATION_ERROR' },
  {
    status: 400,
    code: 'bad_request',
    words: 'Model not found: nope',
    becomes: 'MODEL_UNAVAILABLE',
    also: { shouldFallback: true },
  },
  {
    status: 400,
    code: 'bad_request',
    words: 'nope is no longer available through x; choose',
    becomes: 'MODEL_UNAVAILABLE',
  },
  {
    status: 400,
    code: 'upstream_bad_request',
    words: 'width must be a multiple of 8',
    becomes: 'VALIDATION_ERROR',
  },
  {
    status: 400,
    code: 'upstream_bad_request',
    words: 'Rejected by content moderation',
    becomes: 'CONTENT_REFUSED',
    also: { shouldFallback: false },
  },
  { status: 400, code: 'upstream_bad_request', words: 'NSFW content detected', becomes: 'CONTENT_REFUSED' },
  { status: 400, code: 'moderation_flagged', words: 'E005', becomes: 'CONTENT_REFUSED' },
  {
    status: 400,
    code: 'upstream_provider_unavailable',
    words: 'AI provider unavailable',
    becomes: 'SERVICE_UNAVAILABLE',
    also: { shouldFallback: true },
  },
  { status: 403, code: 'email_confirmation_required', becomes: 'FORBIDDEN', also: ACCOUNT },
  { status: 403, code: 'phone_verification_required', becomes: 'FORBIDDEN', also: ACCOUNT },
  { status: 403, code: 'card_verification_required', becomes: 'FORBIDDEN', also: ACCOUNT },
  { status: 403, code: 'account_suspended', becomes: 'FORBIDDEN', also: ACCOUNT },
  { status: 403, code: 'app_blocked', becomes: 'FORBIDDEN', also: ACCOUNT },
  {
    status: 403,
    code: 'forbidden',
    words: 'Prompt violates the usage policy',
    becomes: 'CONTENT_REFUSED',
    also: { shouldFallback: false },
  },
  {
    status: 403,
    code: 'forbidden',
    words: 'Permission denied',
    becomes: 'FORBIDDEN',
    also: { shouldFallback: false },
  },
  { status: 404, code: 'not_found', becomes: 'MODEL_UNAVAILABLE' },
  { status: 413, code: 'client_bad_request', becomes: 'VALIDATION_ERROR', also: { shouldFallback: false } },
  {
    status: 429,
    code: 'too_many_requests',
    words: 'Too many requests.',
    becomes: 'RATE_LIMIT',
    also: { message: 'Rate limit exceeded on Puter' },
  },
  {
    status: 429,
    code: 'upstream_rate_limited',
    headers: { 'retry-after': '17' },
    becomes: 'RATE_LIMIT',
    also: { retryAfter: 17 },
  },
  { status: 500, code: 'internal_error', becomes: 'SERVER_ERROR', also: { shouldFallback: true } },
  { status: 500, code: 'upstream_auth_failed', becomes: 'SERVER_ERROR' },
  { status: 502, code: 'upstream_failed', becomes: 'SERVER_ERROR' },
  {
    status: 503,
    code: 'db_unavailable',
    headers: { 'retry-after': '5' },
    becomes: 'SERVICE_UNAVAILABLE',
    also: { retryAfter: 5 },
  },
  { status: 504, code: 'upstream_timeout', becomes: 'TIMEOUT', also: { message: 'Puter API timeout' } },
];

describe('a refusal', () => {
  test.each(ROWS.map((row) => [`${row.status} ${row.code} “${row.words ?? ''}”`, row] as const))(
    '%s',
    async (_, { status, code, words = 'Some words', headers, becomes, also }) => {
      const { provider, asked } = puterOver(
        () => json({ error: words, message: words, code }, status, headers),
        {
          config: { model: 'gpt-image-1' },
        },
      );
      const result = await provider.generate('a cat', PLAIN);
      expect(result).toEqual({ success: false, error: expect.anything() });
      expect(result.error).toMatchObject({ code: becomes, status, detail: words, ...also });
      expect(asked, 'asked exactly once: nothing is repeated').toHaveLength(1);
    },
  );

  test.each([502, 503, 500])('%i as an HTML page keeps the page out of the error', async (status) => {
    const page = new Response('<html><h1>Bad gateway</h1></html>', {
      status,
      headers: { 'content-type': 'text/html' },
    });
    const { error } = await puterOver(() => page).provider.generate('a cat', PLAIN);
    expect(error?.shouldFallback).toBe(true);
    expect(error?.status).toBe(status);
    expect(error).not.toHaveProperty('detail');
  });

  test('whose body breaks off still counts by its status', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('reset')) }), {
        status: 429,
      });
    const { error } = await puterOver(broken).provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({ code: 'RATE_LIMIT', status: 429 });
  });

  test('without end is cancelled, and classified by its status', async () => {
    let given = 0;
    const endless = () =>
      new ReadableStream({
        pull(stream) {
          given += 1;
          if (given === 1000) stream.close();
          else stream.enqueue(new Uint8Array(1024).fill(32));
        },
      });
    const { provider } = puterOver(() => new Response(endless(), { status: 402 }));
    expect((await provider.generate('a cat', PLAIN)).error?.code).toBe('PAYMENT_REQUIRED');
    expect(given).toBeLessThan(100);
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'with the code %s means what its status says',
    async (code) => {
      const { error } = await puterOver(() => json({ code }, 400)).provider.generate('a cat', PLAIN);
      expect(error).toMatchObject({ code: 'VALIDATION_ERROR', status: 400, shouldFallback: false });
    },
  );

  test('with a Retry-After as a date is counted from the injected clock', async () => {
    const headers = { 'retry-after': 'Sat, 21 Nov 2026 12:00:42 GMT' };
    const clock = { now: () => Date.parse('2026-11-21T12:00:00Z') };
    const { provider } = puterOver(() => json({ code: 'too_many_requests' }, 429, headers), { clock });
    expect((await provider.generate('a cat', PLAIN)).error?.retryAfter).toBe(42);
  });

  test.each([
    [402, 'insufficient_funds'],
    [401, 'token_auth_failed'],
    [500, 'internal_error'],
  ])('%i has no time after which it would pass, whatever its headers say', async (status, code) => {
    const { provider } = puterOver(() => json({ code }, status, { 'retry-after': '5' }));
    expect((await provider.generate('a cat', PLAIN)).error).not.toHaveProperty('retryAfter');
  });

  test('of a vendor that is down for a while says for how long', async () => {
    const down = { code: 'upstream_provider_unavailable' };
    const { provider } = puterOver(() => json(down, 400, { 'retry-after': '5' }));
    expect((await provider.generate('a cat', PLAIN)).error?.retryAfter).toBe(5);
  });

  test.each([
    ['code and status', { code: 'insufficient_funds', status: 402, message: 'No funds' }, 'PAYMENT_REQUIRED'],
    ['a code alone', { code: 'permission_denied', message: 'No' }, 'FORBIDDEN'],
    ['a status alone', { status: 503, message: 'No' }, 'SERVICE_UNAVAILABLE'],
    ['words alone', 'something broke', 'SERVER_ERROR'],
    ['nothing', undefined, 'SERVER_ERROR'],
    ['the e-mail gate', { code: 'email_must_be_confirmed', message: 'Confirm' }, 'FORBIDDEN'],
    ['a dead token', { code: 'token_auth_failed', message: 'No' }, 'UNAUTHORIZED'],
  ])('in the older envelope (200, success: false) with %s', async (_, error, code) => {
    const { provider, asked } = puterOver(() => json({ success: false, error }));
    expect((await provider.generate('a cat', PLAIN)).error?.code).toBe(code);
    expect(asked).toHaveLength(1);
  });

  test('as a bare code with status 200', async () => {
    const reply = () => json({ code: 'token_auth_failed', error: 'Authentication failed' });
    const { error } = await puterOver(reply).provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({ code: 'UNAUTHORIZED', message: SEED_401 });
  });
});
