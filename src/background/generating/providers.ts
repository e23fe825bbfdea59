import type { ProviderName } from '../../generation/index.ts';
import { buildHuggingFace } from './build-huggingface.ts';
import type { BuildProvider } from './build-provider.ts';
import { buildPuter } from './build-puter.ts';

/** The registry: one line a provider. */
export const PROVIDERS: Record<ProviderName, BuildProvider> = {
  huggingface: buildHuggingFace,
  puter: buildPuter,
};
