import type { ElementHandle, Page } from 'puppeteer-core';
import { type Driver, drive, WAIT } from './page.ts';

/** The popup as a person meets it: by role and name, never by class. */
export interface Popup
  extends Pick<Driver, 'page' | 'find' | 'press' | 'click' | 'fill' | 'status' | 'alert' | 'text'> {
  write(prompt: string): Promise<void>;
  /** Writes a prompt and presses Generate. */
  generate(prompt: string): Promise<void>;
  /** The finished picture: who made it, its alt text, and its size once it is decoded. */
  picture(): Promise<{ provider: string | null; alt: string; width: number; height: number }>;
  button(name: string): Promise<ElementHandle>;
}

export function drivePopup(page: Page): Popup {
  const { press, click, status, alert, text, find, fill } = drive(page);
  const write = (prompt: string) => fill('Prompt', prompt);

  return {
    page,
    find,
    press,
    click,
    fill,
    status,
    alert,
    text,
    write,
    button: (name) => find('button', name),
    async generate(prompt) {
      await write(prompt);
      // A press is ignored while the press before it is being handed over, and the button says so.
      const submit = await find('button', 'Generate');
      await page.waitForFunction((button) => button.getAttribute('aria-disabled') !== 'true', WAIT, submit);
      await press('Generate');
    },
    async picture() {
      const found = await page.waitForFunction(() => {
        const image = document.querySelector<HTMLImageElement>('figure[data-provider] img');
        if (!image?.complete || image.naturalWidth === 0) return false;
        return {
          provider: image.closest('figure')?.dataset.provider ?? null,
          alt: image.alt,
          width: image.naturalWidth,
          height: image.naturalHeight,
        };
      }, WAIT);
      return (await found.jsonValue()) as Awaited<ReturnType<Popup['picture']>>;
    },
  };
}
