import type { ErrorCode } from './types.ts';

/** The user messages of seed 004's classification matrix, word for word. */
const USER_MESSAGES: Partial<Record<ErrorCode, string>> = {
  RATE_LIMIT: 'Primary service busy, trying backup…',
  SERVER_ERROR: 'Primary service error, trying backup…',
  SERVICE_UNAVAILABLE: 'Primary service unavailable, trying backup…',
  TIMEOUT: 'Primary service timeout, trying backup…',
  UNAUTHORIZED: 'Authentication error. Please refresh.',
  VALIDATION_ERROR: 'Invalid request. Please check your input.',
};

/** Seed 004's message when all services failed. */
export const DUAL_FAILURE_MESSAGE = 'Both image generation services are currently unavailable.';

/** Seed 004's message for a failure; undefined when it has none. */
export function userMessage(code: ErrorCode): string | undefined {
  return USER_MESSAGES[code];
}
