import { browser } from 'wxt/browser';
import type { BrowserEvent } from './first-turn.ts';

/**
 * Every event that may start the worker; what the browser does not have, or not yet, is left out. One that is missing here
 * would be heard only by a worker that runs already.
 */
export function wakingEvents(): BrowserEvent[] {
  // An optional permission: undefined until it is given.
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
