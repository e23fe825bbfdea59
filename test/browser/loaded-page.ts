import type { Page, Target } from 'puppeteer-core';

const TIMEOUT_MS = 60_000;

/** The page of a tab or window that was opened at an address, once its document has loaded. */
export async function loadedPage(target: Target, address: string): Promise<Page> {
  const page = await target.page();
  if (page === null) throw new Error(`What was opened at ${address} is no page`);
  page.setDefaultTimeout(TIMEOUT_MS);
  // The empty document that every tab begins with counts as complete, too.
  await page.waitForFunction(() => location.href !== 'about:blank' && document.readyState === 'complete');
  return page;
}
