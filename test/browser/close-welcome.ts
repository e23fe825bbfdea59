import type { Browser, Page } from 'puppeteer-core';

/**
 * Closes the page of the first run, which installing shows in a tab, so that it takes the focus from no page
 * a test opens. Throws when the page does not come: it is shown once, at the first start of a profile.
 */
export async function closeWelcome(browser: Browser): Promise<void> {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome.html'), {
    timeout: 60_000,
  });
  const page = await target.page();
  await page?.close();
}

const PATIENCE_MS = 10_000;

/**
 * As `closeWelcome`, for Firefox, whose driver never learns the address of an extension's page: every tab
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
