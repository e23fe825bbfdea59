import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/**
 * The browser's own sync: what is stored here follows the user to their other browsers with the same account. Without an
 * account, or where the user switched it off in the browser, it stays on this device.
 */
export const syncStorage = {
  get: (keys: null | string | string[]): Promise<Record<string, unknown>> => browser.storage.sync.get(keys),
  set: (items: Record<string, unknown>) => browser.storage.sync.set(items),
  remove: (keys: string | string[]) => browser.storage.sync.remove(keys),
  /** Calls the listener when something in it changed, here or elsewhere. To be called in the worker's first turn. */
  listen(listener: () => void): void {
    hear(browser.storage.onChanged, (_changes, area) => {
      if (area === 'sync') listener();
    });
  },
};
