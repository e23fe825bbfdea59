import { browser } from 'wxt/browser';

/**
 * Runs a function in all frames of a tab and resolves with the first text that is not empty, '' if there is none. Needs a key
 * press or click of the user on the extension just before (`activeTab`). Undefined where the browser lets no extension in, such
 * as its own pages and the extension stores.
 */
export async function readInPage(tabId: number, read: () => string): Promise<string | undefined> {
  try {
    const frames = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: read });
    const texts = frames.map(({ result }) => (typeof result === 'string' ? result : ''));
    return texts.find((text) => text.trim() !== '') ?? '';
  } catch {
    return undefined;
  }
}
