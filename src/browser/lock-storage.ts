import { browser } from 'wxt/browser';

/**
 * Keeps content scripts, should there ever be one, away from stored tokens and from the key to them. Only Chromium has this for
 * `local`; the session's memory is for the extension alone unless somebody says otherwise.
 */
export async function lockStorage(): Promise<void> {
  try {
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // Not supported here.
  }
}
