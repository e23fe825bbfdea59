import { browser } from 'wxt/browser';

/**
 * Denies content scripts access to stored tokens and to the key that decrypts them; the extension has no content scripts today.
 * Only Chromium supports this for `local`; `session` is closed to content scripts by default.
 */
export async function lockStorage(): Promise<void> {
  try {
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    await browser.storage.session.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch {
    // Not supported here.
  }
}
