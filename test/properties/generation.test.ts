import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createProviderManager,
  type GenerationResult,
  type ProviderName,
  toDataUrl,
  toGenerateResponse,
} from '../../src/generation/index.ts';
import { failureOf, failures, final, mendable, options, pictures, prompts } from './arbitraries.ts';
import { scriptedProvider } from './scripted-provider.ts';

const RUNS = { numRuns: 200 };
const anyAnswer = fc.oneof(pictures, mendable, final);

function feature<Values>(number: number, text: string, property: fc.IAsyncProperty<Values>): void {
  test(`Feature: api-fallback-provider, Property ${number}: ${text}`, () => fc.assert(property, RUNS));
}

feature(
  1,
  'Primary Provider Always Attempted First',
  fc.asyncProperty(prompts, options, anyAnswer, anyAnswer, async (prompt, given, first, second) => {
    const asked: ProviderName[] = [];
    const primary = scriptedProvider('huggingface', () => {
      asked.push('huggingface');
      return first;
    });
    const fallback = scriptedProvider('puter', () => {
      asked.push('puter');
      return second;
    });
    await createProviderManager({ primary, fallback }).generate(prompt, given);
    expect(asked[0]).toBe('huggingface');
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(primary.calls).toHaveLength(1);
  }),
);

feature(
  2,
  'No Fallback on Primary Success',
  fc.asyncProperty(prompts, options, pictures, anyAnswer, async (prompt, given, picture, other) => {
    const fallback = scriptedProvider('puter', other);
    const manager = createProviderManager({ primary: scriptedProvider('huggingface', picture), fallback });
    const result = await manager.generate(prompt, given);
    expect(fallback.calls).toHaveLength(0);
    expect(result).toMatchObject({ success: true, image: picture.image, fallbackAttempted: false });
  }),
);

feature(
  3,
  'Provider Metadata Always Present',
  fc.asyncProperty(
    prompts,
    options,
    fc.oneof(pictures, mendable),
    pictures,
    async (prompt, given, first, second) => {
      const manager = createProviderManager({
        primary: scriptedProvider('huggingface', first),
        fallback: scriptedProvider('puter', second),
      });
      const result = await manager.generate(prompt, given);
      expect(result.success).toBe(true);
      expect(result.provider).toBe(first.success ? 'huggingface' : 'puter');
      expect(toGenerateResponse(result).provider).toBe(result.provider);
    },
  ),
);

feature(
  4,
  'Fallback Triggered on Recoverable Errors',
  fc.asyncProperty(
    prompts,
    options,
    fc.oneof(fc.constantFrom(429, 500, 503).map(failureOf), failures(['TIMEOUT']), mendable),
    anyAnswer,
    async (prompt, given, failure, second) => {
      const fallback = scriptedProvider('puter', second);
      const manager = createProviderManager({ primary: scriptedProvider('huggingface', failure), fallback });
      const result = await manager.generate(prompt, given);
      expect(fallback.calls).toHaveLength(1);
      expect(result.fallbackAttempted).toBe(true);
    },
  ),
);

feature(
  5,
  'No Fallback on Non-Recoverable Errors',
  fc.asyncProperty(
    prompts,
    options,
    fc.oneof(fc.constantFrom(401, 400).map(failureOf), final),
    pictures,
    async (prompt, given, failure, picture) => {
      const fallback = scriptedProvider('puter', picture);
      const manager = createProviderManager({ primary: scriptedProvider('huggingface', failure), fallback });
      const result = await manager.generate(prompt, given);
      expect(fallback.calls).toHaveLength(0);
      expect(result.success).toBe(false);
      expect(result.error?.code).toBe(failure.error?.code);
      expect(result.fallbackAttempted).toBe(false);
    },
  ),
);

feature(
  6,
  'Parameter Preservation on Fallback',
  fc.asyncProperty(prompts, options, mendable, anyAnswer, async (prompt, given, failure, second) => {
    const before = structuredClone(given);
    const primary = scriptedProvider('huggingface', failure);
    const fallback = scriptedProvider('puter', second);
    await createProviderManager({ primary, fallback }).generate(prompt, given);
    expect(fallback.calls[0]?.prompt).toBe(prompt);
    expect(fallback.calls[0]?.options).toBe(primary.calls[0]?.options);
    expect(fallback.calls[0]?.options).toEqual(before);
  }),
);

feature(
  7,
  'Dual Failure Error Structure',
  fc.asyncProperty(prompts, options, mendable, mendable, async (prompt, given, first, second) => {
    const manager = createProviderManager({
      primary: scriptedProvider('huggingface', first),
      fallback: scriptedProvider('puter', second),
    });
    const result = await manager.generate(prompt, given);
    expect(result.error).toMatchObject({
      code: 'DUAL_PROVIDER_FAILURE',
      message: 'Both image generation services are currently unavailable.',
      primaryError: first.error?.message,
      fallbackError: second.error?.message,
    });
    expect(toGenerateResponse(result)).toMatchObject({ success: false, fallbackUsed: true });
  }),
);

feature(
  8,
  'Minimum Retry Time on Dual Rate Limit',
  fc.asyncProperty(
    prompts,
    options,
    failures(['RATE_LIMIT']),
    failures(['RATE_LIMIT']),
    async (prompt, given, first, second) => {
      const manager = createProviderManager({
        primary: scriptedProvider('huggingface', first),
        fallback: scriptedProvider('puter', second),
      });
      const result = await manager.generate(prompt, given);
      const known = [first.error?.retryAfter, second.error?.retryAfter].filter((wait) => wait !== undefined);
      expect(result.error?.retryAfter).toBe(known.length > 0 ? Math.min(...known) : undefined);
    },
  ),
);

feature(
  9,
  'Backward Compatibility',
  fc.asyncProperty(prompts, options, anyAnswer, anyAnswer, async (prompt, given, first, second) => {
    const manager = createProviderManager({
      primary: scriptedProvider('huggingface', first),
      fallback: scriptedProvider('puter', second),
    });
    const response = toGenerateResponse(await manager.generate(prompt, given));
    expect(typeof response.success).toBe('boolean');
    expect(response.success).toBe(typeof response.image === 'string');
    expect(response.success).toBe(response.error === undefined);
    if (response.error) {
      expect(typeof response.error.code).toBe('string');
      expect(typeof response.error.message).toBe('string');
    }
    expect(typeof response.fallbackUsed).toBe('boolean');
  }),
);

feature(
  10,
  'Puter Response Transformation',
  fc.asyncProperty(
    prompts,
    options,
    mendable,
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    async (prompt, given, failure, bytes) => {
      const image = toDataUrl(bytes, 'image/png');
      const manager = createProviderManager({
        primary: scriptedProvider('huggingface', failure),
        fallback: scriptedProvider('puter', { success: true, image }),
      });
      const result: GenerationResult = await manager.generate(prompt, given);
      expect(result).toMatchObject({ success: true, provider: 'puter', fallbackAttempted: true });
      expect(Buffer.from(result.image?.split(',')[1] ?? '', 'base64')).toEqual(Buffer.from(bytes));
    },
  ),
);
