import { DEFAULT_CONFIG, type ProviderName } from '../generation/index.ts';
import type { Secret, Settings } from '../settings/index.ts';

/** The providers that can be asked, in the user's order: switched on, and connected. */
export function usableProviders(settings: Settings, secrets: Record<string, Secret>): ProviderName[] {
  const order: ProviderName[] =
    settings.first === 'puter' ? ['puter', 'huggingface'] : ['huggingface', 'puter'];
  // The user's own API URL may need no token at all; the default one is no URL of their own.
  const hasOwnUrl = !['', DEFAULT_CONFIG.huggingface.apiUrl].includes(settings.huggingface.apiUrl);
  const connected: Record<ProviderName, boolean> = {
    huggingface: secrets.huggingface !== undefined || hasOwnUrl,
    puter: secrets.puter !== undefined,
  };
  return order.filter((name) => settings[name].enabled && connected[name]);
}
