import type { ElementHandle, Page } from 'puppeteer-core';
import { type Driver, drive, WAIT } from './page.ts';

/** The options page as a person meets it: by role and name, within a section where a name occurs twice. */
export interface OptionsPage extends Pick<Driver, 'page'> {
  find(role: string, name: string, section?: string): Promise<ElementHandle>;
  press(name: string, section?: string): Promise<void>;
  /** As `press`, for an element of another role. */
  click(role: string, name: string, section?: string): Promise<void>;
  /** Presses a button, or a switch, inside of what a selector finds. */
  pressIn(selector: string, button: string): Promise<void>;
  toggleIn(selector: string, name: string): Promise<void>;
  /** Waits until a field says that it is saved, or what is wrong with it. */
  saved(field: string): Promise<void>;
  errorAt(field: string, sentence: string): Promise<void>;
  /** Goes to a panel by its link at the side. */
  goTo(panel: string): Promise<void>;
  /** Shows the controls of a connected account. */
  manage(service: string): Promise<void>;
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
  const driver = drive(page);
  const within = (section?: string) => section && `section#${section}`;
  const find = (role: string, name: string, section?: string) => driver.find(role, name, within(section));

  async function fieldSays(name: string, words: string): Promise<void> {
    const input = await find('textbox', name);
    await page.waitForFunction(
      (field, text) => field.closest<HTMLElement>('.field')?.innerText.includes(text) === true,
      WAIT,
      input,
      words,
    );
  }

  return {
    page,
    find,
    press: (name, section) => driver.press(name, within(section)),
    click: (role, name, section) => driver.click(role, name, within(section)),
    pressIn: (selector, button) => driver.press(button, selector),
    toggleIn: (selector, name) => driver.click('switch', name, selector),
    saved: (field) => fieldSays(field, 'Saved'),
    errorAt: fieldSays,
    async goTo(panel) {
      await driver.click('link', panel);
      await find('heading', panel);
    },
    manage: (service) => driver.press(`Manage ${service}`),
    paste: (field, text, section) => driver.fill(field, text, within(section)),
    leave: () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur()),
    valueOf: async (field, section) =>
      (await find('textbox', field, section)).evaluate((input) => (input as HTMLInputElement).value),
    says: driver.shows,
    everything: () =>
      page.evaluate(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
        return [document.documentElement.outerHTML, ...fields.map(({ value }) => value)].join('\n');
      }),
  };
}
