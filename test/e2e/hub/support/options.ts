import type { ElementHandle, Page } from 'puppeteer-core';
import { byName, type Driver, drive, WAIT } from '../../support/page.ts';

/** One source in the picture of the chain. */
export interface ChainNode {
  name: string;
  verdict: string;
  /** Status, time, from cache. */
  facts: string;
  isUsed: boolean;
}

/** The options page's sections on hubs. */
export interface Options extends Driver {
  /** The names in the list, top to bottom. */
  sources(): Promise<string[]>;
  /** Waits until the list is this. */
  sourcesAre(names: string[]): Promise<void>;
  /** Goes to a panel by its link at the side. */
  goTo(panel: string): Promise<void>;
  /** Shows what is done with a source now and then. */
  unfold(source: string): Promise<void>;
  /** Presses a button of one source. */
  pressIn(source: string, button: string): Promise<void>;
  switchIn(source: string): Promise<ElementHandle>;
  /** The selector of one source in the list. */
  itemOf(source: string): string;
  /** What one source says of itself. */
  textOf(source: string): Promise<string>;
  /** Waits until one source shows the text. */
  sourceShows(source: string, text: string): Promise<void>;
  /** Types a repository and presses Ask. */
  askChain(repository: string): Promise<void>;
  /** The picture of the chain, once it is answered: the headline contains the text. */
  answered(headline: string): Promise<{ nodes: ChainNode[]; words: string }>;
  chainNodes(): Promise<ChainNode[]>;
  cacheNumbers(): Promise<Record<string, string>>;
}

/** What stands behind *More*. */
const SELDOM = ['Edit', 'Test', 'Token'];

export function driveOptions(page: Page): Options {
  const driver = drive(page);

  const readSources = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('ol[aria-label="Sources"] > li')].map(
        (item) => item.querySelector('h4')?.textContent ?? '',
      ),
    );
  const itemOf = (name: string) => byName('listitem', name);
  const textOf = async (name: string) =>
    (await driver.find('listitem', name)).evaluate((item) => (item as HTMLElement).innerText);

  const chainNodes = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#chain ol > li')].map((item) => ({
        name: item.querySelector('strong')?.innerText ?? '',
        verdict: item.querySelector<HTMLElement>('.chain-verdict')?.innerText ?? '',
        facts: item.querySelector<HTMLElement>('.chain-facts')?.innerText ?? '',
        isUsed: item.dataset.tone === 'has',
      })),
    );

  async function unfold(name: string): Promise<void> {
    const more = await driver.find('button', `More about ${name}`, itemOf(name));
    if ((await more.evaluate((button) => button.ariaExpanded)) === 'false') await more.click();
  }

  return {
    ...driver,
    itemOf,
    textOf,
    chainNodes,
    async sources() {
      await page.waitForSelector('ol[aria-label="Sources"]', WAIT);
      return readSources();
    },
    async sourcesAre(names) {
      await page.waitForFunction(
        (wanted) =>
          [...document.querySelectorAll('ol[aria-label="Sources"] > li h4')]
            .map((heading) => heading.textContent)
            .join('\n') === wanted,
        WAIT,
        names.join('\n'),
      );
    },
    async pressIn(name, button) {
      if (SELDOM.includes(button)) await unfold(name);
      await driver.press(button, itemOf(name));
    },
    unfold,
    async goTo(panel) {
      await driver.click('link', panel);
      await driver.find('heading', panel);
    },
    switchIn: (name) => driver.find('switch', 'Enabled', itemOf(name)),
    async sourceShows(name, text) {
      await page.waitForFunction(
        (wanted, part) =>
          [...document.querySelectorAll<HTMLElement>('ol[aria-label="Sources"] > li')].some(
            (item) => item.querySelector('h4')?.textContent === wanted && item.innerText.includes(part),
          ),
        WAIT,
        name,
        text,
      );
    },
    async askChain(repository) {
      await driver.fill('Repository', repository);
      await driver.press('Ask');
    },
    async answered(headline) {
      const words = await page.waitForFunction(
        (part) => {
          const box = document.querySelector<HTMLElement>('#chain [role="status"] .notice')?.innerText;
          return box?.includes(part) === true ? box : false;
        },
        WAIT,
        headline,
      );
      return { nodes: await chainNodes(), words: String(await words.jsonValue()) };
    },
    cacheNumbers: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll('#cache dl > div')].map((pair) => [
            pair.querySelector('dt')?.textContent ?? '',
            pair.querySelector('dd')?.textContent ?? '',
          ]),
        ),
      ),
  };
}
