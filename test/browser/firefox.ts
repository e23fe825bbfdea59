import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { LabPorts } from './chromium-flags.ts';
import { findBrowser } from './find-browser.ts';
import { firefoxPreferences } from './firefox-preferences.ts';

export interface FirefoxOptions {
  lab?: LabPorts;
  /** The unpacked extension, for example `.output/firefox-mv3`. */
  extensionDir: string;
  headless?: boolean;
  /** The extension's id, as its manifest says under browser_specific_settings. */
  geckoId?: string;
}

export interface Firefox {
  browser: Browser;
  /** The popup as a page of its own; resolves when the selector is there. */
  openPopup(selector?: string): Promise<Page>;
  /** A page of the extension; resolves when the selector is there. */
  openPage(path: string, selector?: string): Promise<Page>;
  close(): Promise<void>;
}

/** Firefox gives every profile's extensions a host name of its own; fixing it makes pages reachable. */
const UUID = '8f3c2f0a-6d0e-4f7c-9a51-3b6a7f0d9e21';

/** Starts Firefox with the extension installed for this session and every host name led to the lab. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { lab, headless = true, geckoId = 'understudy@understudy.example' } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: firefoxPreferences({ geckoId, uuid: UUID, lab }),
    defaultViewport: null,
  });
  await browser.installExtension(options.extensionDir);

  async function openPage(path: string, selector = 'body *'): Promise<Page> {
    const page = await browser.newPage();
    // The navigation's promise never settles on an extension's page, although the page loads.
    page.goto(new URL(path, `moz-extension://${UUID}/`).href).catch(() => {});
    for (const start = Date.now(); Date.now() - start < 15_000; ) {
      const isThere = await page.$(selector).catch(() => null);
      if (isThere !== null) return page;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Firefox did not show ${selector} of ${path} within 15 s`);
  }

  return {
    browser,
    openPage,
    openPopup: (selector) => openPage('/popup.html', selector),
    close: () => browser.close(),
  };
}
