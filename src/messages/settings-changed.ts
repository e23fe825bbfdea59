import type { SettingsView } from './views.ts';

/** Broadcast by the background when settings, tokens or permissions changed, with their new values. */
export interface SettingsChanged {
  name: 'settingsChanged';
  view: SettingsView;
}

/** The settings of a `SettingsChanged` broadcast; undefined for any other message. */
export function changedSettings(message: unknown): SettingsView | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  return message.name === 'settingsChanged' ? (message as SettingsChanged).view : undefined;
}

/** Whether `view` was read later than `than`. Each worker counts its own reads; a view from another worker counts as newer. */
export function isNewer(view: SettingsView, than: SettingsView | undefined): boolean {
  if (than === undefined || view.read.worker !== than.read.worker) return true;
  return view.read.count > than.read.count;
}
