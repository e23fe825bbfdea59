import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';

const TIMEOUT_MS = 60_000;

/** Why Chromium refused an extension, in its own words, from the log it keeps in the profile. */
function refusalIn(userDataDir: string): string | undefined {
  const file = join(userDataDir, 'chrome_debug.log');
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return written.match(/Failed to load extension from: .*/)?.[0];
}

/**
 * Whether the extension has its texts; is sent to one of its pages. The extension that benchmarks compare
 * with has no texts to wait for.
 */
const hasTexts = () => {
  const { i18n, runtime } = (globalThis as unknown as { chrome: ChromeTexts }).chrome;
  return !('default_locale' in runtime.getManifest()) || i18n.getMessage('extension_name') !== '';
};

interface ChromeTexts {
  i18n: { getMessage(key: string): string };
  runtime: { getManifest(): object };
}

/**
 * Ends the process of the extension. A process gets the extension's texts from Chromium once; if it asks
 * while Chromium is starting, it may get none.
 */
async function endProcess(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await page.goto('about:blank');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

/** Waits until the extension's files can be opened and have their texts; throws Chromium's own words when it refused to load it. */
export async function waitForExtension(browser: Browser, origin: string, userDataDir: string): Promise<void> {
  const page = await browser.newPage();
  const isThere = () =>
    page.goto(`${origin}/manifest.json`).then(
      () => true,
      () => false,
    );
  for (const start = Date.now(); ; ) {
    if (await isThere()) {
      if (await page.evaluate(hasTexts)) break;
      await endProcess(page);
    }
    const refusal = refusalIn(userDataDir);
    if (refusal !== undefined) throw new Error(`Chromium did not take the extension. ${refusal}`);
    if (Date.now() - start > TIMEOUT_MS)
      throw new Error(`${origin} did not appear within ${TIMEOUT_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.close();
}
