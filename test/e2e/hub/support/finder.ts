import type { Page } from 'puppeteer-core';
import { type Driver, drive, WAIT } from '../../support/page.ts';

/** The popup's finder, behind its chip *Model*. */
export interface Finder extends Driver {
  /** Types words into the one search field. */
  search(words: string): Promise<void>;
  /** The models shown, once there are as many: their text, top to bottom. */
  results(count: number): Promise<string[]>;
  /** Looks one repository up, as it was typed or pasted. */
  lookUp(text: string): Promise<void>;
  /** The names in the list of files, once the one given is among them. */
  files(including: string): Promise<string[]>;
}

/** Opens the finder in a popup, and drives it. */
export async function driveFinder(page: Page): Promise<Finder> {
  const driver = drive(page);
  await driver.press('Model');
  const search = (words: string) => driver.fill('Search all sources', words);

  return {
    ...driver,
    search,
    async results(count) {
      const items = await page.waitForFunction(
        (wanted) => {
          const found = [...document.querySelectorAll<HTMLElement>('.finder .results > li')];
          return found.length === wanted && found.map((item) => item.innerText);
        },
        WAIT,
        count,
      );
      return (await items.jsonValue()) as string[];
    },
    async lookUp(text) {
      await search(text);
      await driver.press('See who has it');
    },
    async files(including) {
      const names = await page.waitForFunction(
        (wanted) => {
          const list = document.querySelectorAll<HTMLElement>('ul[aria-label="Files"] bdi');
          const found = [...list].map((name) => name.innerText);
          return found.includes(wanted) && found;
        },
        WAIT,
        including,
      );
      return (await names.jsonValue()) as string[];
    },
  };
}
