import type { GenerateResponse, GenerationResult } from './types.ts';

/** A result in the form of seed 004's API: success, image and error as before the fallback, plus `provider` and `fallbackUsed`. */
export function toGenerateResponse(result: GenerationResult): GenerateResponse {
  const { success, image, provider, error, fallbackAttempted } = result;
  return {
    success,
    ...(image !== undefined && { image }),
    ...(provider !== undefined && { provider }),
    ...(error !== undefined && { error }),
    fallbackUsed: fallbackAttempted ?? false,
  };
}
