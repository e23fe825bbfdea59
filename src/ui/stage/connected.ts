import type { ProviderName } from '../../generation/index.ts';
import type { SettingsView } from '../../messages/index.ts';
import { providersInOrder, usableProviders } from '../../settings/usable-providers.ts';

/** Nobody can be asked yet: the first thing to do is to connect a service. */
export function nothingConnected(settings: SettingsView): boolean {
  return usableProviders(settings, settings.tokens).length === 0;
}

/** The service that would step in for `provider`, were it connected. */
export function missingBackup(settings: SettingsView, provider: ProviderName): ProviderName | undefined {
  const usable = usableProviders(settings, settings.tokens);
  return providersInOrder(settings).find(
    (name) => name !== provider && settings[name].enabled && !usable.includes(name),
  );
}

/** A service that can be asked in place of `provider`. */
export function insteadOf(
  settings: SettingsView,
  provider: ProviderName | undefined,
): ProviderName | undefined {
  return usableProviders(settings, settings.tokens).find((name) => name !== provider);
}
