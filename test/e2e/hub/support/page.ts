import type { ElementHandle, Page } from 'puppeteer-core';

const WAIT = { timeout: 30_000, polling: 50 } as const;

/** A page as a person meets it: things are found by role and name, and waited for. */
export interface Driver {
  page: Page;
  find(role: string, name: string): Promise<ElementHandle>;
  press(button: string): Promise<void>;
  /** Replaces what a text field holds. */
  fill(label: string, text: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  /** The error shown, once there is one that contains the text. */
  alert(containing?: string): Promise<string>;
  /** The live region's sentence, once there is one that contains the text. */
  status(containing: string): Promise<string>;
  /** Waits until the page shows the text. */
  shows(text: string): Promise<void>;
  text(): Promise<string>;
}

/** Drives a page of the extension by its accessible names. */
export function drive(page: Page): Driver {
  async function find(role: string, name: string): Promise<ElementHandle> {
    const quoted = name.replaceAll('"', '\\"');
    const found = await page.waitForSelector(`::-p-aria([name="${quoted}"][role="${role}"])`, WAIT);
    if (found === null) throw new Error(`There is no ${role} ${name}`);
    return found;
  }

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

  async function fill(label: string, text: string): Promise<void> {
    const field = await page.waitForSelector(`::-p-aria([name="${label}"])`, WAIT);
    await field?.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    if (text === '') await page.keyboard.press('Backspace');
    else await page.keyboard.type(text);
  }

  return {
    page,
    find,
    fill,
    async press(button) {
      await (await find('button', button)).click();
    },
    async choose(label, value) {
      await (await find('combobox', label)).select(value);
    },
    alert: (containing = '') => textOf('[role="alert"]', containing),
    status: (containing) => textOf('[role="status"]', containing),
    async shows(text) {
      await page.waitForFunction((part) => document.body.innerText.includes(part), WAIT, text);
    },
    text: () => page.evaluate(() => document.body.innerText),
  };
}
