import { isOwnApiUrl } from '../generation/default-config.ts';
import { PROVIDER_NAMES, type ProviderName } from '../generation/provider-names.ts';
import type { Settings } from './definition.ts';

/** The part of the settings that decides which providers can be asked. */
export type ProviderSettings = Pick<Settings, 'primary' | ProviderName>;

/** All providers in the order they are asked: the primary, then the others. */
export function providersInOrder({ primary }: Pick<Settings, 'primary'>): ProviderName[] {
  return [primary, ...PROVIDER_NAMES.filter((name) => name !== primary)];
}

/** Whether Hugging Face is asked at the user's own API URL. The default URL does not count. */
export function hasOwnUrl({ huggingface }: Pick<Settings, 'huggingface'>): boolean {
  return isOwnApiUrl(huggingface.apiUrl);
}

/**
 * The providers that can be asked, in the user's order: switched on, and connected. `tokens` by slot: saved ones, or what
 * a page is shown of them.
 */
export function usableProviders(
  settings: ProviderSettings,
  tokens: { readonly [slot: string]: unknown },
): ProviderName[] {
  // The user's own API URL may need no token at all.
  const isConnected = (name: ProviderName) =>
    tokens[name] !== undefined || (name === 'huggingface' && hasOwnUrl(settings));
  return providersInOrder(settings).filter((name) => settings[name].enabled && isConnected(name));
}
