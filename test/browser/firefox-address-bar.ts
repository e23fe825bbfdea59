import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow, type Until } from './firefox-window.ts';

interface TextInputProcessor {
  beginInputTransactionForTests(window: unknown): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}
interface WindowWithAddressBar {
  gURLBar: {
    focus(): void;
    select(): void;
    view: { selectedResult?: { payload: { keyword?: string } } };
  };
  Cc: Record<string, { createInstance(of: unknown): TextInputProcessor }>;
  Ci: { nsITextInputProcessor: unknown };
  KeyboardEvent: typeof KeyboardEvent;
}

/**
 * Types an extension's keyword and a text into Firefox's address bar, key by key, and presses Enter once the bar shows
 * that the text is for the extension: before, Firefox may search the web for it. The driver's own keys reach pages alone.
 */
export async function typeInFirefoxAddressBar(browser: Browser, text: string): Promise<void> {
  const type = async (until: Until, typed: string) => {
    const { gURLBar, Cc, Ci, KeyboardEvent } = globalThis as unknown as WindowWithAddressBar;
    gURLBar.focus();
    gURLBar.select();
    const keyboard = Cc['@mozilla.org/text-input-processor;1']?.createInstance(Ci.nsITextInputProcessor);
    if (!keyboard?.beginInputTransactionForTests(globalThis)) throw new Error('Firefox takes no keys');
    const press = (key: string, code = '', keyCode = 0) => {
      const event = new KeyboardEvent('', { key, code, keyCode });
      keyboard.keydown(event);
      keyboard.keyup(event);
    };
    for (const letter of typed) press(letter);
    const [keyword = ''] = typed.split(' ');
    await until(() => gURLBar.view.selectedResult?.payload.keyword === keyword, `asked for ${keyword}`);
    press('Enter', 'Enter', 13);
  };
  await inFirefoxWindow(browser, type, text);
}
