import { browser } from 'wxt/browser';
import type { BrowserEvent } from './first-turn.ts';

/**
 * Every event that may start the worker, except those that the browser does not have, or not yet. An event that is missing here
 * would be heard only by a worker that is running already.
 */
export function wakingEvents(): BrowserEvent[] {
  // Needs an optional permission: undefined until the user grants it.
  const { notifications } = browser as { notifications?: typeof browser.notifications };
  const events: (BrowserEvent | undefined)[] = [
    browser.runtime.onMessage,
    browser.runtime.onConnect,
    browser.runtime.onInstalled,
    browser.runtime.onStartup,
    browser.alarms.onAlarm,
    browser.contextMenus.onClicked,
    browser.commands.onCommand,
    browser.omnibox?.onInputEntered,
    notifications?.onClicked,
    notifications?.onButtonClicked,
    browser.permissions.onAdded,
    browser.permissions.onRemoved,
    browser.storage.onChanged,
    browser.windows?.onRemoved,
  ];
  return events.filter((event) => event !== undefined);
}
