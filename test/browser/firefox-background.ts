import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

interface FirefoxWindow {
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: { terminateBackground(options: object): Promise<void>; backgroundState: string };
    };
  };
}

/** Stops an extension's background page as Firefox does after a while without events. */
export async function stopBackground(browser: Browser, geckoId: string): Promise<void> {
  const stop = async (_until: Until, id: string) => {
    const { WebExtensionPolicy } = globalThis as unknown as FirefoxWindow;
    await WebExtensionPolicy.getByID(id).extension.terminateBackground({ ignoreDevToolsAttached: true });
  };
  await inFirefoxWindow(browser, stop, geckoId);
}
