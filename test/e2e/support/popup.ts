import type { ElementHandle, Page } from 'puppeteer-core';

/** The popup as a person meets it: by role and name, never by class. */
export interface Popup {
  page: Page;
  write(prompt: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Writes a prompt and presses Generate. */
  generate(prompt: string): Promise<void>;
  /** The progress sentence, once it contains the text. */
  status(containing: string): Promise<string>;
  /** The error shown, once there is one (that contains the text). */
  alert(containing?: string): Promise<string>;
  /** The finished picture: who made it, its alt text, and its size once it is decoded. */
  picture(): Promise<{ provider: string | null; alt: string; width: number; height: number }>;
  button(name: string): Promise<ElementHandle>;
  text(): Promise<string>;
}

const TIMEOUT_MS = 30_000;

export function drivePopup(page: Page): Popup {
  const find = (name: string, role: string) =>
    page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`, { timeout: TIMEOUT_MS });

  async function button(name: string): Promise<ElementHandle> {
    const found = await find(name, 'button');
    if (!found) throw new Error(`There is no button ${name}`);
    return found;
  }

  async function textOf(selector: string, containing: string): Promise<string> {
    const found = await page.waitForFunction(
      (wanted, part) => {
        const texts = [...document.querySelectorAll<HTMLElement>(wanted)].map((element) => element.innerText);
        return texts.find((text) => text.trim() !== '' && text.includes(part)) ?? false;
      },
      { timeout: TIMEOUT_MS, polling: 50 },
      selector,
      containing,
    );
    return String(await found.jsonValue());
  }

  async function press(name: string): Promise<void> {
    await (await button(name)).click();
  }

  async function write(prompt: string): Promise<void> {
    const box = await find('Prompt', 'textbox');
    await box?.focus();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(prompt);
  }

  return {
    page,
    write,
    press,
    button,
    async generate(prompt) {
      await write(prompt);
      await press('Generate');
    },
    status: (containing) => textOf('[role="status"]', containing),
    alert: (containing = '') => textOf('[role="alert"]', containing),
    async picture() {
      const found = await page.waitForFunction(
        () => {
          const image = document.querySelector<HTMLImageElement>('figure[data-provider] img');
          if (!image?.complete || image.naturalWidth === 0) return false;
          return {
            provider: image.closest('figure')?.dataset.provider ?? null,
            alt: image.alt,
            width: image.naturalWidth,
            height: image.naturalHeight,
          };
        },
        { timeout: TIMEOUT_MS, polling: 50 },
      );
      return (await found.jsonValue()) as Awaited<ReturnType<Popup['picture']>>;
    },
    text: () => page.evaluate(() => document.body.innerText),
  };
}
