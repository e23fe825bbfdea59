import type { SettingsView } from '../../messages/index.ts';
import { t } from '../page/extension.ts';
import { hostOf } from './host-of.ts';

/** The name the user gave a source; its id while the settings are not there. */
export function sourceName(settings: SettingsView | undefined, id: string): string {
  return settings?.sources.find((source) => source.id === id)?.name ?? id;
}

/**
 * The host to show beside a source's name: a hub can call itself what it likes, so what is decided by a name is decided by
 * where it leads as well. Undefined where the name says it already.
 */
export function sourceHost(settings: SettingsView | undefined, id: string): string | undefined {
  const source = settings?.sources.find((one) => one.id === id);
  const host = source && hostOf(source.url);
  return host === undefined || source?.name === host || isShipped(source?.name, host) ? undefined : host;
}

/** The name with its host in one. */
export function sourcePlace(settings: SettingsView | undefined, id: string): string {
  const [name, host] = [sourceName(settings, id), sourceHost(settings, id)];
  return host === undefined ? name : t('common_name_at_host', name, host);
}

/** Where several sources are, for a sentence of its own; empty where their names say it. */
export function sourcePlaces(settings: SettingsView | undefined, ids: readonly string[]): string {
  const apart = ids.filter((id) => sourceHost(settings, id) !== undefined);
  return apart.map((id) => sourcePlace(settings, id)).join(', ');
}

/** The one source that everybody starts with, by the name that it was shipped under. */
function isShipped(name: string | undefined, host: string): boolean {
  return name === t('common_huggingface') && host === 'huggingface.co';
}
