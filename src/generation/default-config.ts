import type { ProviderConfig } from './types.ts';

/** The defaults of seed 004, word for word. Timeouts are milliseconds. */
export const DEFAULT_CONFIG: ProviderConfig = {
  huggingface: {
    apiUrl: 'https://router.huggingface.co/hf-inference/models/black-forest-labs/FLUX.1-schnell',
    timeout: 30000,
    model: 'FLUX.1-schnell',
  },
  puter: {
    model: 'flux-schnell',
    timeout: 60000,
  },
};

/** Whether an API URL is the user's own: not empty, and not the default. */
export function isOwnApiUrl(apiUrl: string): boolean {
  return !['', DEFAULT_CONFIG.huggingface.apiUrl].includes(apiUrl.trim());
}
