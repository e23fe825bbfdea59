import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/**
 * The browser's sync storage: the browser copies what is stored here to the user's other browsers with the same account. Without
 * an account, or where the user switched sync off in the browser, it stays on this device.
 */
export const syncStorage = {
  get: (keys: null | string | string[]): Promise<Record<string, unknown>> => browser.storage.sync.get(keys),
  set: (items: Record<string, unknown>) => browser.storage.sync.set(items),
  remove: (keys: string | string[]) => browser.storage.sync.remove(keys),
  /** Calls the listener when sync storage was changed, by this browser or another. To be called in the worker's first turn. */
  listen(listener: () => void): void {
    hear(browser.storage.onChanged, (_changes, area) => {
      if (area === 'sync') listener();
    });
  },
};
