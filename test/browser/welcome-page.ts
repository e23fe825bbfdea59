import type { Browser, Page } from 'puppeteer-core';

/**
 * Waits for the page of the first run, which installing shows in a tab, so that it takes the focus from no page that is opened
 * afterwards: a tab behind it gets no frames. Throws when the page does not come: it is shown once, at the first start of a profile.
 */
export async function waitForWelcome(browser: Browser): Promise<Page | null> {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), {
    timeout: 60_000,
  });
  return target.page();
}

const PATIENCE_MS = 10_000;

/**
 * Closes the page of the first run in Firefox, whose driver never learns the address of an extension's page: every tab
 * that came with installing is closed. `before`: the tabs that were there. Gives up without an error after
 * `PATIENCE_MS`.
 */
export async function closeTabsSince(browser: Browser, before: readonly Page[]): Promise<void> {
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    const come = (await browser.pages()).filter((page) => !before.includes(page));
    if (come.length > 0) {
      await Promise.all(come.map((page) => page.close()));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
