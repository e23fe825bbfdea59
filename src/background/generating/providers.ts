import type { ProviderName } from '../../generation/index.ts';
import { PUTER_PRICES } from '../../providers/puter/price-list.ts';
import { buildHuggingFace } from './build-huggingface.ts';
import { buildPuter } from './build-puter.ts';
import type { ProviderEntry } from './provider-entry.ts';

/** The registry: one entry a provider. */
export const PROVIDERS: Record<ProviderName, ProviderEntry> = {
  huggingface: {
    build: buildHuggingFace,
    announces: true,
    collect: (services, current, log, queued, signal) =>
      buildHuggingFace(services, current, log).collect(queued, { signal }),
  },
  puter: { build: buildPuter, warm: ({ puter }) => puter.warm(), prices: PUTER_PRICES },
};
