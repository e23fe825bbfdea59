import type { Page } from 'puppeteer-core';

interface ExtensionApi {
  permissions: PermissionsApi;
  runtime: { getManifest(): { host_permissions: string[] } };
}
interface PermissionsApi {
  request(wanted: { origins: string[] }): Promise<boolean>;
  remove(unwanted: { origins: string[] }): Promise<boolean>;
  getAll(): Promise<{ origins?: string[] }>;
}

/** Allows the origin of an address, as a click on *Allow* does. */
export async function grant(page: Page, url: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  const isGranted = await page.evaluate((origin) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    return chrome.permissions.request({ origins: [origin] });
  }, `${protocol}//${hostname}/*`);
  if (!isGranted) throw new Error(`${url} was not allowed`);
}

/** Takes origins back, as a user does in the browser's own page of extensions. */
export async function withdraw(page: Page, origins: string[]): Promise<void> {
  await page.evaluate(async (unwanted) => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const { origins: held = [] } = await chrome.permissions.getAll();
    const taken = held.filter((origin) => unwanted.includes(origin));
    if (taken.length > 0) await chrome.permissions.remove({ origins: taken });
  }, origins);
}

/** Takes every origin back that was allowed since the installation. */
export async function withdrawAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
    const { origins: held = [] } = await chrome.permissions.getAll();
    const { host_permissions: installed } = chrome.runtime.getManifest();
    const taken = held.filter((origin) => !installed.includes(origin));
    if (taken.length > 0) await chrome.permissions.remove({ origins: taken });
  });
}
