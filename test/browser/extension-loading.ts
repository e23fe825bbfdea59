import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

const TIMEOUT_MS = 60_000;

/** Why Chromium refused an extension, in its own words, from the log it keeps in the profile. */
function refusalIn(userDataDir: string): string | undefined {
  const file = join(userDataDir, 'chrome_debug.log');
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return written.match(/Failed to load extension from: .*/)?.[0];
}

/** Waits until the extension's files can be opened; throws Chromium's own words when it refused to load it. */
export async function waitForExtension(browser: Browser, origin: string, userDataDir: string): Promise<void> {
  const page = await browser.newPage();
  const isThere = () =>
    page.goto(`${origin}/manifest.json`).then(
      () => true,
      () => false,
    );
  for (const start = Date.now(); !(await isThere()); ) {
    const refusal = refusalIn(userDataDir);
    if (refusal !== undefined) throw new Error(`Chromium did not take the extension. ${refusal}`);
    if (Date.now() - start > TIMEOUT_MS)
      throw new Error(`${origin} did not appear within ${TIMEOUT_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await page.close();
}
