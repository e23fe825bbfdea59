import { browser } from 'wxt/browser';
import { saysPrivatePage } from '../../web/private-page.ts';

let isPrivate: Promise<boolean> | undefined;

/** Whether the page belongs to a private window. */
export function inPrivateWindow(): Promise<boolean> {
  isPrivate ??= readPrivate();
  return isPrivate;
}

/** Chromium's pages are those of all windows, and do not say in which one they are seen: there the window is asked. */
async function readPrivate(): Promise<boolean> {
  if (browser.extension.inIncognitoContext === true) return true;
  if (saysPrivatePage(globalThis.location?.search ?? '')) return true;
  try {
    return (await browser.windows.getCurrent()).incognito;
  } catch {
    return false;
  }
}
