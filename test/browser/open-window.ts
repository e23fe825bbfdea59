import type { Browser, Page } from 'puppeteer-core';
import { loadedPage } from './loaded-page.ts';

const TIMEOUT_MS = 60_000;
/** As large inside as the page of a tab. */
const SIZE = { width: 780, height: 493 };

interface WindowsApi {
  chrome: { windows: { create(how: object): Promise<unknown> } };
}

/**
 * Opens a page of the extension in a window without tabs and address bar, which the browser draws in three quarters of the time
 * that a tab takes it. Resolves once its document has loaded. `opener`: another page of the extension.
 */
export async function openWindow(browser: Browser, opener: Page, address: string): Promise<Page> {
  const known = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => !known.has(target) && target.url() === address, {
    timeout: TIMEOUT_MS,
  });
  await opener.evaluate(
    (url, size) => {
      const { windows } = (globalThis as unknown as WindowsApi).chrome;
      return windows.create({ url, type: 'popup', ...size });
    },
    address,
    SIZE,
  );
  return loadedPage(await opened, address);
}
