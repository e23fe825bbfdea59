import type { SettingsView } from '../../messages/index.ts';
import { listOf, t } from '../page/extension.ts';
import { hostOf } from './host-of.ts';

/** The name the user gave a source; its id while the settings are not there. */
export function sourceName(settings: SettingsView | undefined, id: string): string {
  return settings?.sources.find((source) => source.id === id)?.name ?? id;
}

/**
 * The host to show beside a source's name. A hub can give itself any name: a user who decides by the name
 * also sees where it leads. Undefined where the name already says it.
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

/** The names and hosts of several sources, as a sentence of its own; empty where the names say it. */
export function sourcePlaces(settings: SettingsView | undefined, ids: readonly string[]): string {
  const apart = ids.filter((id) => sourceHost(settings, id) !== undefined);
  return listOf(apart.map((id) => sourcePlace(settings, id)));
}

/** Whether this is the source that every user starts with, under the name that it was shipped with. */
function isShipped(name: string | undefined, host: string): boolean {
  return name === t('common_huggingface') && host === 'huggingface.co';
}
