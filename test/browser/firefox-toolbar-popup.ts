import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

interface FirefoxWindow {
  ChromeUtils: {
    importESModule(url: string): {
      ExtensionParent: {
        apiManager: {
          global: { browserActionFor(extension: object): { openPopup(window: object): Promise<void> } };
        };
      };
    };
  };
  WebExtensionPolicy: { getByID(id: string): { extension: object } };
}

/** Opens an extension's real popup, in the panel under its toolbar button. No protocol lists what the panel shows. */
export async function openFirefoxPopup(browser: Browser, geckoId: string): Promise<void> {
  const open = async (_until: Until, id: string) => {
    const window = globalThis as unknown as FirefoxWindow;
    const { ExtensionParent } = window.ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionParent.sys.mjs',
    );
    const { extension } = window.WebExtensionPolicy.getByID(id);
    await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);
  };
  await inFirefoxWindow(browser, open, geckoId);
}
