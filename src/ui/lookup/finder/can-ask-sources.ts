import type { SettingsView } from '../../../messages/index.ts';
import { askedHosts } from '../../words/asked-hosts.ts';

/** Whether any source can be asked: lookups are on, and at least one source is on and allowed. */
export function canAskSources(settings: SettingsView): boolean {
  return settings.hub.enabled && askedHosts(settings).length > 0;
}
