import { browser } from 'wxt/browser';
import { hear } from './first-turn/first-turn.ts';

/**
 * Opens a page of the extension in a tab when the extension was just installed; not after an update of the extension or the
 * browser.
 */
export function welcomeOnInstall(path: `/${string}`): void {
  hear(browser.runtime.onInstalled, ({ reason }) => {
    if (reason !== 'install') return;
    void browser.tabs.create({ url: browser.runtime.getURL(path as '/') }).catch(() => undefined);
  });
}
