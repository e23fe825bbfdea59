import { browser } from 'wxt/browser';

/**
 * Runs a function in the frames of a tab that the user just let the extension into by a key or a click (`activeTab`), and
 * hands out the first text that is not empty. Undefined where the browser lets nobody in: its own pages, the stores.
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
