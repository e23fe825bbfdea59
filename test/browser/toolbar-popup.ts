import type { Browser, Page } from 'puppeteer-core';

const TIMEOUT_MS = 60_000;

interface ActionApi {
  chrome: {
    action: { openPopup(how: { windowId: number }): Promise<void> };
    windows: { getCurrent(): Promise<{ id: number }> };
  };
}

/** The open page with this address, if there is one. */
export async function openPageAt(browser: Browser, address: string): Promise<Page | undefined> {
  return (await browser.pages()).find((page) => page.url() === address);
}

/** A page of the extension that shows its manifest: one that is open already, else a new one. */
async function pageOf(browser: Browser, origin: string): Promise<Page> {
  const open = await openPageAt(browser, `${origin}/manifest.json`);
  if (open !== undefined) return open;
  const page = await browser.newPage();
  await page.goto(`${origin}/manifest.json`);
  return page;
}

/**
 * Opens the extension's real popup, as a click on its toolbar button does; works without a window, too. The
 * popup is no tab: puppeteer does not list it among its pages. Resolves once its document has loaded. `over`:
 * the page that is brought to the front before.
 */
export async function openToolbarPopup(browser: Browser, origin: string, over?: Page): Promise<Page> {
  const opener = await pageOf(browser, origin);
  await (over ?? opener).bringToFront();
  const known = new Set(browser.targets());
  const opened = browser.waitForTarget(
    (target) => !known.has(target) && target.url().startsWith(`${origin}/popup.html`),
    { timeout: TIMEOUT_MS },
  );
  await opener.evaluate(async () => {
    const { action, windows } = (globalThis as unknown as ActionApi).chrome;
    // The window in front may be one without a toolbar.
    await action.openPopup({ windowId: (await windows.getCurrent()).id });
  });
  const page = await (await opened).asPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}
