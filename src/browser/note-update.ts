import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/**
 * Stores under a key that the extension was updated, for a page to show. Not at the first installation, not after an update of
 * the browser, and not when the same version was loaded again. To be called in the worker's first turn.
 */
export function noteUpdate(key: string): void {
  hear(browser.runtime.onInstalled, ({ reason, previousVersion }) => {
    const { version } = browser.runtime.getManifest();
    if (reason !== 'update' || previousVersion === undefined || previousVersion === version) return;
    void browser.storage.local.set({ [key]: { version } }).catch(() => undefined);
  });
}
