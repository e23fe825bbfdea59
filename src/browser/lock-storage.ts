import { browser } from 'wxt/browser';

/** Keeps content scripts, should there ever be one, away from stored tokens. Only Chromium has this for `local`. */
export async function lockStorage(): Promise<void> {
  try {
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // Not supported here.
  }
}
