import type { ElementHandle, Page } from 'puppeteer-core';

const TIMEOUT_MS = 15_000;

/** The options page as a person meets it: by role and name, within a section where a name stands twice. */
export interface OptionsPage {
  page: Page;
  find(role: string, name: string, section?: string): Promise<ElementHandle>;
  press(name: string, section?: string): Promise<void>;
  /** Opens what a section has folded away. */
  unfold(section: string): Promise<void>;
  /** Puts a text into a field as the clipboard does, in place of what is there. */
  paste(field: string, text: string, section?: string): Promise<void>;
  /** Leaves the field, which saves it. */
  leave(): Promise<void>;
  /** What a field shows. */
  valueOf(field: string, section?: string): Promise<string>;
  /** Waits until the section (or the page) says this. */
  says(text: string, section?: string): Promise<void>;
  /** Everything of the page that could hold a secret: its markup, and what its fields hold. */
  everything(): Promise<string>;
}

export function driveOptions(page: Page): OptionsPage {
  async function find(role: string, name: string, section?: string): Promise<ElementHandle> {
    const within = section === undefined ? '' : `section#${section} `;
    const selector = `${within}::-p-aria([name="${name}"][role="${role}"])`;
    const found = await page.waitForSelector(selector, { timeout: TIMEOUT_MS });
    if (!found) throw new Error(`There is no ${role} ${name}`);
    return found;
  }

  return {
    page,
    find,
    async press(name, section) {
      // Not before it stands still: what was just saved may be moving it.
      await (await find('button', name, section)).asLocator().click();
    },
    async unfold(section) {
      const details = await page.waitForSelector(`section#${section} details`, { timeout: TIMEOUT_MS });
      if (await details?.evaluate((element) => (element as HTMLDetailsElement).open)) return;
      await page.focus(`section#${section} details > summary`);
      await page.keyboard.press('Enter');
    },
    async paste(field, text, section) {
      await (await find('textbox', field, section)).focus();
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.sendCharacter(text);
    },
    leave: () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()),
    valueOf: async (field, section) =>
      (await find('textbox', field, section)).evaluate((input) => (input as HTMLInputElement).value),
    async says(text, section) {
      const said = (id: string | undefined, part: string) => {
        const place = id === undefined ? document.body : document.getElementById(id);
        return place?.innerText.includes(part) === true;
      };
      await page.waitForFunction(said, { timeout: TIMEOUT_MS, polling: 50 }, section, text);
    },
    everything: () =>
      page.evaluate(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
        return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
      }),
  };
}
