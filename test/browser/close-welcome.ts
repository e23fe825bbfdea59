import type { Browser, Page } from 'puppeteer-core';

/**
 * Installing shows the page of the first run in a tab. Waits for it and closes it, so that it takes the focus from no page a
 * test opens. Throws when it does not come: it is shown once, at the first start of a profile.
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
 * The same for Firefox, whose driver never learns the address of an extension's page: whatever tab came with installing is
 * closed. `before`: the tabs that were there.
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
