import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createProviderManager,
  type ImageProvider,
  type ImageType,
  type ProviderError,
  parseImageDataUrl,
} from '../../src/generation/index.ts';
import { WHOLE } from '../unit/providers/picture/whole-pictures.ts';
import { json, PICTURE, PLAIN, picture, puterOver, type Reply } from '../unit/providers/puter/stand-in.ts';
import { scriptedProvider } from './scripted-provider.ts';

const side = fc.integer({ min: 1, max: 4096 });
/** A whole file of some kind; what follows it is anything. */
const anyPicture = fc
  .tuple(
    fc.constantFrom(...(Object.keys(WHOLE) as ImageType[])),
    side,
    side,
    fc.uint8Array({ maxLength: 2000 }),
  )
  .map(([type, width, height, rest]) => ({
    type,
    bytes: Uint8Array.from([...WHOLE[type](width, height), ...rest]),
  }));

interface Format {
  name: string;
  reply: (bytes: Uint8Array<ArrayBuffer>) => Reply;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const dataUri = (bytes: Uint8Array, label: string) => `data:${label};base64,${base64(bytes)}`;
const ADDRESS = 'https://pictures.example/out-0';
const linked =
  (result: unknown) =>
  (bytes: Uint8Array<ArrayBuffer>): Reply =>
  ({ url }) =>
    url === ADDRESS ? new Response(bytes) : picture(result);
const labelled =
  (type: string) =>
  (bytes: Uint8Array<ArrayBuffer>): Reply =>
  () =>
    new Response(bytes, { headers: { 'content-type': type } });

/** Everything in which a picture of Puter's can come: current backend, older ones, every vendor behind it. */
const anyFormat = fc.constantFrom<Format>(
  { name: 'data URI', reply: (bytes) => () => picture(dataUri(bytes, 'image/png')) },
  {
    name: 'data URI, other label',
    reply: (bytes) => () => picture(dataUri(bytes, 'application/octet-stream')),
  },
  { name: 'bare base64', reply: (bytes) => () => picture(base64(bytes)) },
  { name: 'no envelope', reply: (bytes) => () => json(dataUri(bytes, 'image/png')) },
  { name: 'plain text', reply: (bytes) => () => new Response(dataUri(bytes, 'image/png')) },
  { name: 'address', reply: linked(ADDRESS) },
  { name: 'url', reply: linked({ url: ADDRESS }) },
  { name: 'asset_url', reply: linked({ asset_url: ADDRESS }) },
  { name: 'href', reply: linked({ href: ADDRESS }) },
  { name: 'octets', reply: labelled('application/octet-stream') },
  { name: 'image', reply: labelled('image/png') },
  { name: 'wrong label', reply: labelled('application/json') },
);

function failing(error: ProviderError): ImageProvider {
  return scriptedProvider('huggingface', () => ({ success: false, error }));
}

const busy: ProviderError = {
  code: 'SERVICE_UNAVAILABLE',
  message: 'Hugging Face is busy',
  shouldFallback: true,
};

test('Feature: api-fallback-provider, Property 10: Puter Response Transformation', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyPicture,
      anyFormat,
      fc.boolean(),
      async ({ type, bytes }, { reply }, puterIsFirst) => {
        const { provider, asked } = puterOver(reply(bytes));
        const manager = puterIsFirst
          ? createProviderManager({ primary: provider })
          : createProviderManager({ primary: failing(busy), fallback: provider });
        const result = await manager.generate('a cat', PLAIN);
        expect(result).toMatchObject({
          success: true,
          provider: 'puter',
          fallbackAttempted: !puterIsFirst,
          model: 'black-forest-labs/FLUX.1-schnell',
        });
        expect(parseImageDataUrl(result.image ?? '')).toEqual({ type, bytes });
        expect(asked.filter(({ init }) => init.method === 'POST')).toHaveLength(1);
      },
    ),
    { numRuns: 300 },
  );
});

test('Feature: api-fallback-provider, Property 10: what is no picture never becomes one', async () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string(),
    fc.webUrl().map((url) => url.replace('https', 'http')),
  );
  await fc.assert(
    fc.asyncProperty(anything, fc.boolean(), async (body, inEnvelope) => {
      const { provider, asked } = puterOver(() => (inEnvelope ? picture(body) : new Response(body)));
      const result = await createProviderManager({ primary: provider }).generate('a cat', PLAIN);
      expect(result.success).toBe(false);
      expect(result.error?.code).not.toBe('UNKNOWN');
      expect(asked).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});

const status = fc.constantFrom(400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 520);
const words = fc.string({ maxLength: 60 });

test.each([
  ['Property 4: Fallback Triggered on Recoverable Errors', [429, 500, 503], true],
  ['Property 5: No Fallback on Non-Recoverable Errors', [400, 401], false],
])('Feature: api-fallback-provider, %s', async (_, statuses, goesOn) => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...statuses), words, async (code, message) => {
      const { provider } = puterOver(() => json({ error: message, message, code: 'some_code' }, code));
      const other = scriptedProvider('huggingface', () => ({ success: true, image: PICTURE }));
      const manager = createProviderManager({ primary: provider, fallback: other });
      expect((await manager.generate('a cat', PLAIN)).success).toBe(goesOn);
      expect(other.calls).toHaveLength(goesOn ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});

test('Feature: api-fallback-provider, Property 7: Dual Failure Error Structure', async () => {
  await fc.assert(
    fc.asyncProperty(status, words, async (code, message) => {
      const { provider, asked } = puterOver(
        () => json({ error: message, message, code: 'some_code' }, code),
        {
          config: { model: 'gpt-image-1' },
        },
      );
      const manager = createProviderManager({ primary: failing(busy), fallback: provider });
      const result = await manager.generate('a cat', PLAIN);
      expect(result).toMatchObject({
        success: false,
        fallbackAttempted: true,
        error: {
          code: 'DUAL_PROVIDER_FAILURE',
          message: 'Both image generation services are currently unavailable.',
          primaryError: 'Hugging Face is busy',
        },
      });
      expect(result.error?.fallbackError).toMatch(/\S/);
      expect(result.error?.causes?.map(({ provider: name }) => name)).toEqual(['huggingface', 'puter']);
      expect(result.error?.causes?.[1]?.error.status).toBe(code);
      expect(asked).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
});

test('Feature: api-fallback-provider, Property 8: Minimum Retry Time on Dual Rate Limit', async () => {
  const seconds = fc.integer({ min: 1, max: 86_400 });
  const now = Date.parse('2026-11-21T12:00:00Z');
  await fc.assert(
    fc.asyncProperty(seconds, seconds, fc.boolean(), async (first, second, asDate) => {
      const value = asDate ? new Date(now + second * 1000).toUTCString() : `${second}`;
      const reply = () => json({ code: 'too_many_requests' }, 429, { 'retry-after': value });
      const { provider } = puterOver(reply, { clock: { now: () => now } });
      const limited: ProviderError = {
        code: 'RATE_LIMIT',
        message: 'Busy',
        shouldFallback: true,
        retryAfter: first,
      };
      const manager = createProviderManager({ primary: failing(limited), fallback: provider });
      const { error } = await manager.generate('a cat', PLAIN);
      expect(error?.fallbackError).toBe('Rate limit exceeded on Puter');
      expect(error?.retryAfter).toBe(Math.min(first, second));
    }),
    { numRuns: 200 },
  );
});
