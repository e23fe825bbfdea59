import type { SettingsView } from '../../../messages/index.ts';

/** Whether any source can be asked: lookups are on, and at least one source is on and allowed. */
export function canAskSources({ hub, sources, allowed }: SettingsView): boolean {
  return hub.enabled && sources.some(({ id, enabled }) => enabled && allowed[id] === true);
}
