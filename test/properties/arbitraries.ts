import fc from 'fast-check';
import {
  classifyStatus,
  type ErrorCode,
  fallsBack,
  type GenerationOptions,
  type ProviderResult,
  STYLE_PRESETS,
} from '../../src/generation/index.ts';

export const prompts = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' });

export const options: fc.Arbitrary<GenerationOptions> = fc.record(
  {
    style: fc.constantFrom(...STYLE_PRESETS),
    negativePrompt: fc.string({ maxLength: 100 }),
    timeout: fc.integer({ min: 1, max: 300_000 }),
    width: fc.integer({ min: 8, max: 256 }).map((eighths) => eighths * 8),
    height: fc.integer({ min: 8, max: 256 }).map((eighths) => eighths * 8),
    seed: fc.nat(),
    model: fc.constantFrom('black-forest-labs/FLUX.1-schnell', 'stabilityai/sdxl', 'acme/own'),
  },
  { requiredKeys: ['style'] },
);

export const pictures: fc.Arbitrary<ProviderResult & { image: string }> = fc
  .uint8Array({ minLength: 1, maxLength: 60 })
  .map((bytes) => ({
    success: true,
    image: `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
  }));

export const waits = fc.option(fc.integer({ min: 1, max: 86_400 }), { nil: undefined });

const FALLBACK_CODES = [
  'RATE_LIMIT',
  'TIMEOUT',
  'SERVICE_UNAVAILABLE',
  'SERVER_ERROR',
  'PAYMENT_REQUIRED',
  'MODEL_UNAVAILABLE',
  'NETWORK_ERROR',
] as const satisfies ErrorCode[];
const STOP_CODES = [
  'UNAUTHORIZED',
  'VALIDATION_ERROR',
  'UNKNOWN',
  'FORBIDDEN',
  'MODEL_ELSEWHERE',
  'CONTENT_REFUSED',
  'PICTURE_UNREACHABLE',
  'OFFLINE',
  'CANCELLED',
] as const satisfies ErrorCode[];

export function failures(codes: readonly ErrorCode[]): fc.Arbitrary<ProviderResult> {
  return fc
    .record({ code: fc.constantFrom(...codes), message: fc.lorem(), retryAfter: waits })
    .map((error) => {
      const { retryAfter, ...rest } = error;
      return {
        success: false,
        error: {
          ...rest,
          shouldFallback: fallsBack(error.code),
          ...(retryAfter !== undefined && { retryAfter }),
        },
      };
    });
}

export const mendable = failures(FALLBACK_CODES);
export const final = failures(STOP_CODES);

/** A failure as an HTTP status makes it. */
export function failureOf(status: number): ProviderResult {
  return { success: false, error: { ...classifyStatus(status), message: `HTTP ${status}`, status } };
}
