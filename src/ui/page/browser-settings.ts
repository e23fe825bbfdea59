import { browser } from 'wxt/browser';
import { openPage } from './extension.ts';

/** Settings of this extension that the browser keeps, not the extension: its keys, and whether it may show notifications. */

/** A key of the browser that this extension listens to, as the browser names it. */
export interface Command {
  name: string;
  /** Empty: none is set. */
  shortcut: string;
}

export async function listCommands(): Promise<Command[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', shortcut = '' }) => ({ name, shortcut }));
}

/** Opens the browser's own page for the keys of extensions. */
export async function openShortcutSettings(): Promise<void> {
  const { openShortcutSettings: open } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (open) await open();
  else openPage('chrome://extensions/shortcuts');
}

const NOTIFICATIONS = { permissions: ['notifications' as const] };

export async function hasNotifications(): Promise<boolean> {
  return browser.permissions.contains(NOTIFICATIONS).catch(() => false);
}

/** Asks the user to allow notifications. Must be the first thing done in a click. */
export async function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(NOTIFICATIONS).catch(() => false);
}

/** Calls the listener when a permission was given or taken back, until the returned function is called. */
export function onPermissionsChanged(listener: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  return () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  };
}
