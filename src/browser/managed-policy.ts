import { browser } from 'wxt/browser';

/** What an administrator set for this extension; undefined where there is no policy, or none is supported. */
export async function readManagedPolicy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects when no managed manifest exists.
    return undefined;
  }
}
