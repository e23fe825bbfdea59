import type { ElementHandle, Page } from 'puppeteer-core';
import { fillElement, findElement, pressElement, WAIT } from './element.ts';

export { WAIT } from './element.ts';

/** A page as a person meets it: things are found by role and name, and waited for. */
export interface Driver {
  page: Page;
  /** Waits for an element; `within` is a CSS selector, for a name that occurs twice. */
  find(role: string, name: string, within?: string): Promise<ElementHandle>;
  /** Waits until the button stands still and can be pressed. */
  press(button: string, within?: string): Promise<void>;
  /** As `press`, for an element of another role. */
  click(role: string, name: string, within?: string): Promise<void>;
  /** Replaces the text of a field, as the clipboard does; again where the page took the field away meanwhile. */
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

/** The selector of elements with this role and this name, in puppeteer's syntax. */
export function byName(role: string, name: string): string {
  return `::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`;
}

/** Drives a page of the extension by its accessible names. */
export function drive(page: Page): Driver {
  const selectorOf = (role: string, name: string, within = '') => `${within} ${byName(role, name)}`.trim();

  const find = (role: string, name: string, within?: string) =>
    findElement(page, selectorOf(role, name, within));

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
    click: (role, name, within) => pressElement(page, selectorOf(role, name, within)),
    press: (button, within) => pressElement(page, selectorOf('button', button, within)),
    fill: (label, text, within = '') =>
      fillElement(page, `${within} ::-p-aria([name="${label}"])`.trim(), text),
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
