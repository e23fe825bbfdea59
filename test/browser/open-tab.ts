import type { Browser, Page } from 'puppeteer-core';
import { loadedPage } from './loaded-page.ts';

const TIMEOUT_MS = 60_000;

/**
 * Opens a tab that goes straight to the address, and resolves once its document has loaded. `newPage` shows an empty page
 * first, for which the browser starts and ends a process of its own.
 */
export async function openTab(browser: Browser, address: string): Promise<Page> {
  const session = await browser.target().createCDPSession();
  try {
    const { targetId } = await session.send('Target.createTarget', { url: address });
    const isNew = (target: unknown) => (target as { _targetId?: string })._targetId === targetId;
    const target = await browser.waitForTarget(isNew, { timeout: TIMEOUT_MS });
    return await loadedPage(target, address);
  } finally {
    await session.detach();
  }
}
