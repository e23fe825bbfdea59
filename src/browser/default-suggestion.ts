import { browser } from 'wxt/browser';

/**
 * Sets what the address bar says once the extension's keyword is typed. Does nothing in Firefox for Android, whose address bar cannot
 * be extended, nor for words that it has set before: Chromium starts a process each time to read them.
 */
export function createDefaultSuggestion(): (words: string) => Promise<void> {
  let latest: string | undefined;
  return async (words) => {
    if (words === latest) return;
    latest = words;
    try {
      await browser.omnibox?.setDefaultSuggestion({ description: words });
    } catch (error) {
      latest = undefined;
      throw error;
    }
  };
}
