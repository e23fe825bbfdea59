import type { SettingsView } from '../../messages/index.ts';
import { hostOf } from './host-of.ts';

/** The hosts of the sources that are on and allowed. */
export function askedHosts({ sources, allowed }: Pick<SettingsView, 'sources' | 'allowed'>): string[] {
  return sources.filter(({ id, enabled }) => enabled && allowed[id] === true).map(({ url }) => hostOf(url));
}
