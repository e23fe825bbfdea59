import { DEFAULT_CONFIG } from '../generation/default-config.ts';
import { PROVIDER_NAMES, type ProviderName } from '../generation/provider-names.ts';
import type { Settings } from './definition.ts';

/** The part of the settings that decides who can be asked. */
export type ProviderSettings = Pick<Settings, 'primary' | ProviderName>;

/** All providers, the one that is asked first in front. */
export function providersInOrder({ primary }: Pick<Settings, 'primary'>): ProviderName[] {
  return [primary, ...PROVIDER_NAMES.filter((name) => name !== primary)];
}

/**
 * The providers that can be asked, in the user's order: switched on, and connected. `tokens` by slot: saved ones, or what
 * a page is shown of them.
 */
export function usableProviders(
  settings: ProviderSettings,
  tokens: { readonly [slot: string]: unknown },
): ProviderName[] {
  // The user's own API URL may need no token at all; the default one is no URL of their own.
  const hasOwnUrl = !['', DEFAULT_CONFIG.huggingface.apiUrl].includes(settings.huggingface.apiUrl);
  const isConnected = (name: ProviderName) =>
    tokens[name] !== undefined || (name === 'huggingface' && hasOwnUrl);
  return providersInOrder(settings).filter((name) => settings[name].enabled && isConnected(name));
}
