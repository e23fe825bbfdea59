import type { GenerateResponse, GenerationResult } from './types.ts';

/** The answer a caller of seed 004's API gets: what it had before (success, image, error) and who made the picture. */
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
