import type { ProviderName } from '../../generation/index.ts';
import type { SettingsView } from '../../messages/index.ts';
import { providersInOrder, usableProviders } from '../../settings/usable-providers.ts';

/** Whether no service can be asked yet. */
export function nothingConnected(settings: SettingsView): boolean {
  return usableProviders(settings, settings.tokens).length === 0;
}

/** The service that would be the fallback for `provider`, if it were connected. */
export function missingBackup(settings: SettingsView, provider: ProviderName): ProviderName | undefined {
  const usable = usableProviders(settings, settings.tokens);
  return providersInOrder(settings).find(
    (name) => name !== provider && settings[name].enabled && !usable.includes(name),
  );
}

/** Another service than `provider` that can be asked. */
export function insteadOf(
  settings: SettingsView,
  provider: ProviderName | undefined,
): ProviderName | undefined {
  return usableProviders(settings, settings.tokens).find((name) => name !== provider);
}
