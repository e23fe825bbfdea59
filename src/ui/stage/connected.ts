import type { ProviderName } from '../../generation/index.ts';
import type { SettingsView } from '../../messages/index.ts';

/** Whether a service can be asked: switched on, and with what it takes to be let in. */
export function isUsable(settings: SettingsView, provider: ProviderName): boolean {
  if (provider === 'puter') return settings.puter.enabled && settings.puter.token !== undefined;
  const { enabled, token, apiUrl } = settings.huggingface;
  // The user's own API URL may need no token at all.
  return enabled && (token !== undefined || apiUrl !== '');
}

/** Nobody can be asked yet: the first thing to do is to connect a service. */
export function nothingConnected(settings: SettingsView): boolean {
  return !isUsable(settings, 'huggingface') && !isUsable(settings, 'puter');
}

/** The service that would step in for `provider`, were it connected. */
export function missingBackup(settings: SettingsView, provider: ProviderName): ProviderName | undefined {
  const other = provider === 'huggingface' ? 'puter' : 'huggingface';
  return settings[other].enabled && !isUsable(settings, other) ? other : undefined;
}
