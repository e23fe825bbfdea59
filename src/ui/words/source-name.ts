import type { SettingsView } from '../../messages/index.ts';

/** The name the user gave a source; its id while the settings are not there. */
export function sourceName(settings: SettingsView | undefined, id: string): string {
  return settings?.sources.find((source) => source.id === id)?.name ?? id;
}
