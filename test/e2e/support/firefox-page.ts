import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { WAIT } from './page.ts';

/** A page in Firefox, whose driver finds nothing by role: what a person reads on it and presses. */
export interface FirefoxPage {
  page: Page;
  /** Waits until the page shows the text. */
  says(text: string): Promise<void>;
  /** Presses the button with these words, once it is there. */
  press(words: string): Promise<void>;
  /** Writes a text into the field with this label, once it is there, as the clipboard does. */
  paste(label: string, text: string): Promise<void>;
  /** Gives a file to the page's own field for files. */
  choose(name: string, text: string): Promise<void>;
  /** Waits for what a page saves as a file, which is read where it is made: the file itself goes to the browser's downloads. */
  saved(begin: () => Promise<void>): Promise<string>;
}

export function driveFirefoxPage(page: Page): FirefoxPage {
  const until = (look: () => Promise<boolean>) => expect.poll(look, WAIT).toBe(true);

  return {
    page,
    says: (text) =>
      expect.poll(() => page.evaluate(() => document.body.innerText), WAIT).toContain(text) as Promise<void>,
    press: (words) =>
      until(() =>
        page.evaluate((wanted) => {
          const button = [...document.querySelectorAll('button')].find(
            ({ innerText, ariaLabel }) => innerText.trim() === wanted || ariaLabel === wanted,
          );
          button?.click();
          return button !== undefined;
        }, words),
      ),
    paste: (label, text) =>
      until(() =>
        page.evaluate(
          (wanted, written) => {
            const named = [...document.querySelectorAll('label')].find(({ innerText }) =>
              innerText.trim().startsWith(wanted),
            );
            const field = named?.control as HTMLInputElement | null | undefined;
            if (!field) return false;
            field.focus();
            field.select();
            return document.execCommand('insertText', false, written) && field.value === written;
          },
          label,
          text,
        ),
      ),
    choose: (name, text) =>
      page.evaluate(
        (fileName, content) => {
          const data = new DataTransfer();
          data.items.add(new File([content], fileName, { type: 'application/json' }));
          const field = document.querySelector<HTMLInputElement>('input[type="file"]');
          if (!field) throw new Error('The page has no field for files');
          field.files = data.files;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        name,
        text,
      ),
    async saved(begin) {
      await page.evaluate(() => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob && !blob.type.startsWith('image/')) Object.assign(window, { saved: blob });
          return createObjectURL(blob);
        };
      });
      await begin();
      await until(() => page.evaluate(() => 'saved' in window));
      return page.evaluate(() => (window as unknown as { saved: Blob }).saved.text());
    },
  };
}
