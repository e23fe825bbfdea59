import { expect, test } from 'vitest';
import { DEFAULT_CONFIG, DUAL_FAILURE_MESSAGE, userMessage } from '../../../src/generation/index.ts';

test.each([
  ['RATE_LIMIT', 'Primary service busy, trying backup…'],
  ['SERVER_ERROR', 'Primary service error, trying backup…'],
  ['SERVICE_UNAVAILABLE', 'Primary service unavailable, trying backup…'],
  ['TIMEOUT', 'Primary service timeout, trying backup…'],
  ['UNAUTHORIZED', 'Authentication error. Please refresh.'],
  ['VALIDATION_ERROR', 'Invalid request. Please check your input.'],
] as const)("the seed's words for %s", (code, words) => expect(userMessage(code)).toBe(words));

test('dual failure', () =>
  expect(DUAL_FAILURE_MESSAGE).toBe('Both image generation services are currently unavailable.'));

test('defaults', () =>
  expect(DEFAULT_CONFIG).toEqual({
    huggingface: {
      apiUrl: 'https://router.huggingface.co/hf-inference/models/black-forest-labs/FLUX.1-schnell',
      timeout: 30000,
      model: 'FLUX.1-schnell',
    },
    puter: { model: 'flux-schnell', timeout: 60000 },
  }));
