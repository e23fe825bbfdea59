import type { Page } from 'puppeteer-core';
import { WAIT } from './page.ts';

/**
 * Firefox's real popup, in its panel. No protocol reaches the panel, but another page of the extension does,
 * by `getViews`: texts are put in and buttons are pressed by script, where a person would use keys and the
 * mouse.
 */
export interface FirefoxPanel {
  /** The inner size, once the prompt can be typed into. */
  size(): Promise<{ width: number; height: number }>;
  write(prompt: string): Promise<void>;
  press(button: string): Promise<void>;
  /** The finished picture: who made it, and its alt text. */
  picture(): Promise<{ provider: string; alt: string }>;
}

interface ViewsApi {
  browser: { extension: { getViews(which: { type: 'popup' }): Window[] } };
}

/** Closes the panel if it is open: without a window that is seen, it does not lose the focus, which closes it for a user. */
export async function closeFirefoxPanel(beside: Page): Promise<void> {
  await beside.waitForFunction(() => {
    const { browser } = globalThis as unknown as ViewsApi;
    const views = browser.extension.getViews({ type: 'popup' });
    for (const view of views) view.close();
    return views.length === 0;
  }, WAIT);
}

/** Drives the open panel from another page of the extension. */
export function driveFirefoxPanel(beside: Page): FirefoxPanel {
  return {
    async size() {
      const found = await beside.waitForFunction(() => {
        const { browser } = globalThis as unknown as ViewsApi;
        const [view] = browser.extension.getViews({ type: 'popup' });
        if (!view?.document.querySelector('textarea')) return false;
        return { width: view.innerWidth, height: view.innerHeight };
      }, WAIT);
      return (await found.jsonValue()) as { width: number; height: number };
    },
    async write(prompt) {
      const put = (text: string) => {
        const { browser } = globalThis as unknown as ViewsApi;
        const field = browser.extension.getViews({ type: 'popup' })[0]?.document.querySelector('textarea');
        if (!field) return false;
        field.focus();
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return true;
      };
      await beside.waitForFunction(put, WAIT, prompt);
    },
    async press(button) {
      const click = (name: string) => {
        const { browser } = globalThis as unknown as ViewsApi;
        const popup = browser.extension.getViews({ type: 'popup' })[0]?.document;
        const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.innerText.trim();
        const found = [...(popup?.querySelectorAll('button') ?? [])].find((one) => nameOf(one) === name);
        if (!found || found.disabled) return false;
        found.click();
        return true;
      };
      await beside.waitForFunction(click, WAIT, button);
    },
    async picture() {
      const found = await beside.waitForFunction(() => {
        const { browser } = globalThis as unknown as ViewsApi;
        const popup = browser.extension.getViews({ type: 'popup' })[0]?.document;
        const image = popup?.querySelector<HTMLImageElement>('figure[data-provider] img');
        if (!image?.complete || image.naturalWidth === 0) return false;
        return { provider: image.closest('figure')?.dataset.provider ?? '', alt: image.alt };
      }, WAIT);
      return (await found.jsonValue()) as { provider: string; alt: string };
    },
  };
}
