import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createProviderManager,
  type GenerationOptions,
  type ImageProvider,
  type ProviderResult,
} from '../../src/generation/index.ts';
import { HuggingFaceProvider } from '../../src/providers/huggingface/provider.ts';
import { createMemoryStore } from '../../src/storage/key-value-store.ts';

const options: GenerationOptions = { style: 'none' };
const MODEL = 'black-forest-labs/FLUX.1-schnell';
const FALLBACK_PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const NOW_MS = Date.parse('2026-11-22T00:00:00Z');

type Answering = (signal: AbortSignal) => Promise<Response>;

/** The real provider over a scripted network, the real manager, and a fallback that answers as told. */
function services(
  answering: (url: string) => Answering,
  fallbackResult: ProviderResult,
  routeNames: readonly string[],
  deadRoutes = createMemoryStore(),
) {
  const asked: string[] = [];
  const fallbackCalls: [string, GenerationOptions][] = [];
  const mapping = Object.fromEntries(
    routeNames.map((name) => [name, { status: 'live', task: 'text-to-image', providerId: MODEL }]),
  );
  const primary = new HuggingFaceProvider({
    token: 'hf_property',
    clock: { now: () => NOW_MS },
    deadRoutes,
    hub: {
      info: async () => ({
        inferenceProviderMapping: mapping,
        _source: 'hf',
        _source_url: 'https://huggingface.co',
      }),
    },
    fetch: (url, init) => {
      asked.push(url);
      if (!init?.signal) throw new Error('A request without a signal');
      return answering(url)(init.signal);
    },
  });
  const fallback: ImageProvider = {
    name: 'puter',
    async generate(prompt, given) {
      fallbackCalls.push([prompt, given]);
      return fallbackResult;
    },
  };
  return { manager: createProviderManager({ primary, fallback }), asked, fallbackCalls };
}

const made: ProviderResult = { success: true, image: FALLBACK_PICTURE };

const prompts = fc.string({ unit: 'binary', maxLength: 200 });
const routes = fc.constantFrom(
  ...['hf-inference', 'nscale', 'together', 'fal-ai', 'replicate', 'wavespeed'].map((name) => [
    name,
    'together',
  ]),
);
/** What services put into an error body: their shapes, HTML, nothing, anything. */
const bodies = fc.oneof(
  fc.string({ maxLength: 200 }).map((error) => JSON.stringify({ error })),
  fc.array(fc.string(), { maxLength: 3 }).map((error) => JSON.stringify({ error })),
  fc.string().map((message) => JSON.stringify({ error: { message } })),
  fc.string().map((msg) => JSON.stringify({ detail: [{ loc: ['body'], msg, type: 'x' }] })),
  fc.json({ maxDepth: 2 }),
  fc.constant('<html><body>503 Service Temporarily Unavailable</body></html>'),
  fc.constant(''),
);

const answer =
  (status: number, body: string, headers: HeadersInit = {}): Answering =>
  async () =>
    new Response(body, { status, headers });
const hang: Answering = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

describe('Hugging Face and the fallback', () => {
  test('Feature: api-fallback-provider, Property 4: For any Primary Provider error with HTTP status 429, 500, 503, or timeout, the Provider Manager should trigger fallback to the Fallback Provider.', async () => {
    const failures = fc.oneof(
      fc.record({ status: fc.constantFrom(429, 500, 503), body: bodies }),
      fc.constant('timeout' as const),
    );
    await fc.assert(
      fc.asyncProperty(failures, prompts, routes, async (failure, prompt, names) => {
        const answering = failure === 'timeout' ? hang : answer(failure.status, failure.body);
        const { manager, asked, fallbackCalls } = services(() => answering, made, names);
        const asking = failure === 'timeout' ? { ...options, timeout: 1 } : options;
        const result = await manager.generate(prompt, asking);
        expect(result).toEqual({
          success: true,
          image: FALLBACK_PICTURE,
          provider: 'puter',
          fallbackAttempted: true,
        });
        expect(fallbackCalls).toEqual([[prompt, asking]]);
        expect(asked).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  test('Feature: api-fallback-provider, Property 5: For any Primary Provider error with HTTP status 401 or 400, the Provider Manager should NOT trigger fallback and should return the error immediately.', async () => {
    const served = /not supported by provider|no longer supported|does not exist/i;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(400, 401),
        bodies,
        prompts,
        routes,
        async (status, body, prompt, names) => {
          fc.pre(!served.test(body));
          const { manager, asked, fallbackCalls } = services(() => answer(status, body), made, names);
          const result = await manager.generate(prompt, options);
          expect(result.success).toBe(false);
          expect(result.error?.code).toBe(status === 400 ? 'VALIDATION_ERROR' : 'UNAUTHORIZED');
          expect(result.error?.message).toBe(
            status === 400
              ? 'Invalid request. Please check your input.'
              : 'Authentication error. Please refresh.',
          );
          expect(result.fallbackAttempted).toBe(false);
          expect(fallbackCalls).toEqual([]);
          expect(asked).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('Whatever its routes answer, what becomes of a wish is the same every time, and no more is asked for it', async () => {
    const unsupported = '{"error":"Model not supported by provider x"}';
    const answers = fc.constantFrom<[number, string]>(
      [404, ''],
      [410, ''],
      [400, unsupported],
      [422, unsupported],
      [400, ''],
      [401, ''],
      [403, ''],
      [429, ''],
      [500, ''],
      [503, ''],
    );
    const names = ['hf-inference', 'nscale', 'together', 'fal-ai', 'replicate', 'wavespeed'];
    const scripts = fc.dictionary(fc.constantFrom(...names), answers, { minKeys: 1 });
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const deadRoutes = createMemoryStore();
        const again = async () => {
          const byRoute: (url: string) => Answering = (url) =>
            answer(...(script[new URL(url).pathname.split('/')[1] ?? ''] ?? [599, '']));
          const { manager, asked, fallbackCalls } = services(byRoute, made, Object.keys(script), deadRoutes);
          const { success, error } = await manager.generate('a fox', options);
          return { outcome: [success, error?.code, fallbackCalls.length], requests: asked.length };
        };
        const first = await again();
        for (const later of [await again(), await again()]) {
          expect(later.outcome).toEqual(first.outcome);
          expect(later.requests).toBeLessThanOrEqual(first.requests);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('Feature: api-fallback-provider, Property 8: For any scenario where both providers fail with rate limit errors, the returned retryAfter value should be the minimum of both providers’ retry times.', async () => {
    const seconds = fc.integer({ min: 1, max: 86_400 });
    const inHeaders = fc.constantFrom('seconds', 'date', 'ratelimit');
    const headersOf = (form: string, wait: number): Record<string, string> => {
      if (form === 'ratelimit') return { ratelimit: `"api";r=0;t=${wait}` };
      return { 'retry-after': form === 'date' ? new Date(NOW_MS + wait * 1000).toUTCString() : `${wait}` };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.option(seconds, { nil: undefined }),
        fc.option(seconds, { nil: undefined }),
        inHeaders,
        bodies,
        routes,
        async (first, second, form, body, names) => {
          const headers = first === undefined ? {} : headersOf(form, first);
          const limited: ProviderResult = {
            success: false,
            error: {
              code: 'RATE_LIMIT',
              message: 'Rate limit exceeded on Puter',
              shouldFallback: true,
              ...(second !== undefined && { retryAfter: second }),
            },
          };
          const { manager } = services(() => answer(429, body, headers), limited, names);
          const result = await manager.generate('a fox', options);
          const waits = [first, second].filter((wait) => wait !== undefined);
          expect(result.error?.code).toBe('DUAL_PROVIDER_FAILURE');
          expect(result.error?.retryAfter).toBe(waits.length > 0 ? Math.min(...waits) : undefined);
          expect(result.error?.primaryError).toBe('Rate limit exceeded on Hugging Face');
          expect(result.error?.fallbackError).toBe('Rate limit exceeded on Puter');
        },
      ),
      { numRuns: 300 },
    );
  });
});
