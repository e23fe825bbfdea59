import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useFirefoxStage();
const WORDS = 'A red fox sat in the snow.';
const [MENU, SKETCH, PHOTO] = ['menu_selection', 'style_sketch', 'style_photo'].map((key) => words(key)) as [
  string,
  string,
  string,
];

interface ViewsApi {
  browser: { extension: { getViews(which: { type: string }): Window[] } };
}

/** What the panel in the sidebar shows, which no protocol reaches: its quote, its style, and the id of what has the focus. */
const inPanel = () =>
  stage.inPage((desk) =>
    desk.evaluate(() => {
      const { browser } = globalThis as unknown as ViewsApi;
      const panel = browser.extension.getViews({ type: 'sidebar' })[0]?.document;
      return {
        quote: panel?.querySelector('blockquote')?.textContent,
        style: panel?.querySelector<HTMLElement>('[data-opens="style"] [data-value]')?.dataset.value,
        focus: panel?.activeElement?.id,
      };
    }),
  );

/** A page with some words, all of them selected, with Firefox's own menu open over them. */
async function rightClickOnWords(): Promise<Page> {
  const page = await stage.firefox.browser.newPage();
  await page.goto(`data:text/html,<title>Story</title><p id="text">${WORDS}</p>`);
  await page.bringToFront();
  const { x, y } = await page.evaluate(() => {
    const text = document.getElementById('text') as HTMLElement;
    getSelection()?.selectAllChildren(text);
    const { left, top } = text.getBoundingClientRect();
    return { x: left + 20, y: top + 8 };
  });
  await page.mouse.click(x, y, { button: 'right' });
  return page;
}

beforeEach(() =>
  stage.inPage(async (desk) => {
    await send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
  }),
);
afterEach(() => stage.firefox.hideSidebar());

describe("text selected on a page, by Firefox's own menu", () => {
  test('a style in the menu: the sidebar opens with the words as a quote, in that style', async () => {
    await rightClickOnWords();
    await stage.firefox.chooseInMenu([MENU, SKETCH]);
    await expect.poll(inPanel, WAIT).toEqual({ quote: WORDS, style: SKETCH, focus: 'prompt' });
    expect(await stage.firefox.isPanelOpen()).toBe(true);
    expect(await stage.inPage(readJobs)).toEqual([]);
  });

  test('straight away: the picture is made in the style, and no page opens', async () => {
    await stage.inPage(async (desk) => {
      await send(desk, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
    });
    await rightClickOnWords();
    await stage.firefox.chooseInMenu([MENU, PHOTO]);
    const job = async () => (await stage.inPage(readJobs))[0];
    await expect.poll(async () => (await job())?.status, WAIT).toBe('succeeded');
    expect(await job()).toMatchObject({ origin: 'selection', request: { prompt: WORDS, style: 'photo' } });
    expect(await stage.firefox.isPanelOpen()).toBe(false);
  });
});

describe('the styles in Firefox', () => {
  test('are shown in the options; an own one stands there and in the menu, and is taken into the composer', async () => {
    const page = await stage.firefox.openPage('/options.html#styles', '.style-title');
    const names = () => page.$$eval('.style-title', (titles) => titles.map((title) => title.textContent));
    const before = await names();
    await stage.inPage(async (desk) => {
      await send(desk, 'addStyle', { style: { name: 'Noir', template: 'a still of {prompt}, noir' } });
    });
    await expect.poll(async () => (await names()).includes('Noir'), WAIT).toBe(true);
    await rightClickOnWords();
    await stage.firefox.chooseInMenu([MENU, 'Noir']);
    await expect.poll(inPanel, WAIT).toMatchObject({ quote: WORDS, style: 'Noir' });
    expect(await stage.inPage(readStorage)).toHaveProperty('styles');
    expect(before).toHaveLength(12);
  });
});

describe('the button of the toolbar in Firefox', () => {
  test('opens the sidebar, and closes it, once that is chosen', async () => {
    await stage.inPage(async (desk) => {
      await send(desk, 'updateSettings', { patch: { toolbar: { opensSidePanel: true } } });
    });
    await stage.firefox.clickToolbarButton();
    await expect.poll(() => stage.firefox.isPanelOpen(), WAIT).toBe(true);
    await stage.firefox.clickToolbarButton();
    await expect.poll(() => stage.firefox.isPanelOpen(), WAIT).toBe(false);
  });
});
