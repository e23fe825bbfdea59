import type { ElementHandle, Page } from 'puppeteer-core';

/** How long anything may take that a person waits for. */
export const WAIT = { timeout: 60_000, polling: 50 } as const;

/** A page as a person meets it: things are found by role and name, and waited for. */
export interface Driver {
  page: Page;
  /** Waits for it; `within` is a CSS selector, for a name that stands twice. */
  find(role: string, name: string, within?: string): Promise<ElementHandle>;
  /** Waits until the button stands still and can be pressed. */
  press(button: string, within?: string): Promise<void>;
  /** Replaces what a text field holds, key by key. */
  fill(label: string, text: string, within?: string): Promise<void>;
  choose(label: string, value: string, within?: string): Promise<void>;
  /** The error shown, once there is one that contains the text. */
  alert(containing?: string): Promise<string>;
  /** The live region's sentence, once there is one that contains the text. */
  status(containing: string): Promise<string>;
  /** Waits until the page, or the section with this id, shows the text. */
  shows(text: string, section?: string): Promise<void>;
  text(): Promise<string>;
}

/** The selector of what has a role and a name, in puppeteer's words. */
export function byName(role: string, name: string): string {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
}

/** Drives a page of the extension by its accessible names. */
export function drive(page: Page): Driver {
  const selectorOf = (role: string, name: string, within = '') => `${within} ${byName(role, name)}`.trim();

  async function waitFor(selector: string): Promise<ElementHandle> {
    const found = await page.waitForSelector(selector, { ...WAIT, visible: true });
    if (found === null) throw new Error(`There is no ${selector}`);
    return found;
  }

  const find = (role: string, name: string, within?: string) => waitFor(selectorOf(role, name, within));

  async function textOf(selector: string, containing: string): Promise<string> {
    const found = await page.waitForFunction(
      (wanted, part) => {
        const texts = [...document.querySelectorAll<HTMLElement>(wanted)].map((element) => element.innerText);
        return texts.find((text) => text.trim() !== '' && text.includes(part)) ?? false;
      },
      WAIT,
      selector,
      containing,
    );
    return String(await found.jsonValue());
  }

  return {
    page,
    find,
    press: (button, within) =>
      page
        .locator(selectorOf('button', button, within))
        .setTimeout(WAIT.timeout)
        .click(),
    async fill(label, text, within = '') {
      const field = await waitFor(`${within} ::-p-aria([name="${label}"])`.trim());
      await field.focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      if (text === '') await page.keyboard.press('Backspace');
      else await page.keyboard.type(text);
    },
    async choose(label, value, within) {
      await (await find('combobox', label, within)).select(value);
    },
    alert: (containing = '') => textOf('[role="alert"]', containing),
    status: (containing) => textOf('[role="status"]', containing),
    async shows(text, section) {
      const said = (id: string | undefined, part: string) => {
        const place = id === undefined ? document.body : document.getElementById(id);
        return place?.innerText.includes(part) === true;
      };
      await page.waitForFunction(said, WAIT, section, text);
    },
    text: () => page.evaluate(() => document.body.innerText),
  };
}
