import type { SettingsView } from '../../../messages/index.ts';

/** Whether there is a source to look anything up at: look-ups are on, and one of the list is on and may be reached. */
export function canAskSources({ hub, sources, allowed }: SettingsView): boolean {
  return hub.enabled && sources.some(({ id, enabled }) => enabled && allowed[id] === true);
}
