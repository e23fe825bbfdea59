import type { SettingsView } from './views.ts';

/** Broadcast by the background when settings, tokens or permissions changed, with their new values. */
export interface SettingsChanged {
  name: 'settingsChanged';
  view: SettingsView;
}

/** What the settings are now, when the message is this broadcast. */
export function changedSettings(message: unknown): SettingsView | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined;
  return message.name === 'settingsChanged' ? (message as SettingsChanged).view : undefined;
}

/** Whether one view was read later than another. Each worker counts its reads; a view of another worker is newer. */
export function isNewer(view: SettingsView, than: SettingsView | undefined): boolean {
  if (than === undefined || view.read.worker !== than.read.worker) return true;
  return view.read.count > than.read.count;
}
