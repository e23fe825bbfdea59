import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { driveOptions } from '../support/options.ts';
import { WAIT } from '../support/page.ts';
import { readJobs, readStorage, writeStorage } from '../support/storage.ts';
import { HF_TOKEN } from '../support/tokens.ts';
import { words } from '../support/words.ts';
import { stage } from './stage.ts';

const WORDS = 'A red fox sat in the snow.';
const [MENU, SKETCH, PHOTO] = ['menu_selection', 'style_sketch', 'style_photo'].map((key) => words(key)) as [
  string,
  string,
  string,
];

interface ViewsApi {
  browser: {
    extension: { getViews(which: { type: string }): Window[] };
    tabs: {
      query(which: object): Promise<{ id: number; url: string }[]>;
      remove(id: number): Promise<void>;
    };
  };
}

/** What the panel in the sidebar shows, which no protocol reaches: its quote, its style, its prompt, and the id of what has the focus. */
const inPanel = () =>
  stage.inPage((desk) =>
    desk.evaluate(() => {
      const { browser } = globalThis as unknown as ViewsApi;
      const panel = browser.extension.getViews({ type: 'sidebar' })[0]?.document;
      return {
        quote: panel?.querySelector('blockquote')?.textContent,
        style: panel?.querySelector<HTMLElement>('[data-opens="style"] [data-value]')?.dataset.value,
        prompt: panel?.querySelector<HTMLTextAreaElement>('#prompt')?.value,
        focus: panel?.activeElement?.id,
      };
    }),
  );

/** Presses a button of the panel. False while it has none of that name. */
const pressInPanel = (name: string) =>
  stage.inPage((desk) =>
    desk.evaluate((label) => {
      const { browser } = globalThis as unknown as ViewsApi;
      const panel = browser.extension.getViews({ type: 'sidebar' })[0]?.document;
      const named = (one: HTMLElement) => one.innerText.trim() === label;
      const button = [...(panel?.querySelectorAll('button') ?? [])].find(named);
      button?.click();
      return button !== undefined;
    }, name),
  );

/**
 * What a page shows that the extension opened by itself, which no protocol names: the label of its main button once that can
 * be pressed, its pictures, and its words for whoever reads why this failed. Undefined while there is no such page.
 */
const inOpened = (path: string) =>
  stage.inPage((desk) =>
    desk.evaluate((address) => {
      const { browser } = globalThis as unknown as ViewsApi;
      const opened = browser.extension
        .getViews({ type: 'tab' })
        .find(({ location }) => location.href.includes(address))?.document;
      if (opened === undefined) return undefined;
      const button = opened.querySelector<HTMLElement>('#stage [data-settling="false"]')?.innerText.trim();
      const images = opened.querySelectorAll<HTMLImageElement>('figure img, [role="dialog"] img');
      const pictures = [...images].map(({ alt }) => alt);
      return { button, pictures, says: opened.body.innerText };
    }, path),
  );

const pressInOpened = (path: string) =>
  stage.inPage((desk) =>
    desk.evaluate((address) => {
      const { browser } = globalThis as unknown as ViewsApi;
      const views = browser.extension.getViews({ type: 'tab' });
      const opened = views.find(({ location }) => location.href.includes(address));
      opened?.document.querySelector<HTMLElement>('#stage [data-settling="false"]')?.click();
    }, path),
  );

/** Closes what the extension opened by itself. */
const closeOpened = () =>
  stage.inPage((desk) =>
    desk.evaluate(async () => {
      const { tabs } = (globalThis as unknown as ViewsApi).browser;
      const own = await tabs.query({ url: `${location.origin}/*` });
      const opened = own.filter(({ url }) => /\/(popup|gallery)\.html\?/.test(url));
      for (const { id } of opened) await tabs.remove(id);
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

describe('from outside of the pages in Firefox', () => {
  beforeEach(() =>
    stage.inPage(async (desk) => {
      await send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    }),
  );
  afterEach(async () => {
    await closeOpened();
    await stage.firefox.hideSidebar();
  });

  describe("text selected on a page, by Firefox's own menu", () => {
    test('a style in the menu: the sidebar opens with the words as a quote, in that style', async () => {
      await rightClickOnWords();
      await stage.firefox.chooseInMenu([MENU, SKETCH]);
      await expect.poll(inPanel, WAIT).toMatchObject({ quote: WORDS, style: SKETCH, focus: 'prompt' });
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

    test('straight away: a notification shows the picture or says why there is none; a click on it opens that, with its Retry', async () => {
      const router = 'router.huggingface.co';
      await stage.inPage(async (desk) => {
        await send(desk, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
      });
      const options = await stage.firefox.openPage('/options.html#shortcuts', '#notifications input');
      await driveOptions(options).toggleIn('#notifications', words('options_notifications_enabled'));
      await stage.firefox.answerPermissionDialog('Allow');
      await options.waitForSelector('#notifications input:checked', WAIT);
      await options.close();
      stage.lab.answer({ host: router }, [{ status: 503, json: { error: 'Model too busy' } }]);
      await rightClickOnWords();
      await stage.firefox.chooseInMenu([MENU, PHOTO]);
      const reason = await stage.firefox.readNotification();
      expect(reason).toMatchObject({
        title: words('error_SERVICE_UNAVAILABLE', 'Hugging Face'),
        message: WORDS,
      });
      stage.lab.answer({ host: router }, ['pass']);
      const [failed] = await stage.inPage(readJobs);
      const job = `/popup.html?job=${failed?.id}`;
      await stage.firefox.clickNotification();
      // What it shows instead is what a failure of this test has to tell.
      const button = async () => {
        const opened = await inOpened(job);
        return opened?.button ?? opened?.says;
      };
      await expect.poll(button, WAIT).toBe(words('common_retry'));
      expect((await inOpened(job))?.pictures).toEqual([]);
      await pressInOpened(job);
      await expect.poll(async () => (await inOpened(job))?.pictures, WAIT).toContain(WORDS);
      await closeOpened();
      // From here on the background page hears of clicks from its first turn on, for which Firefox starts it again.
      await stage.firefox.killWorker();

      await rightClickOnWords();
      await stage.firefox.chooseInMenu([MENU, PHOTO]);
      const picture = await stage.firefox.readNotification();
      // The thumbnail's size: as high as the gallery's wall wants it.
      const icon = { width: 460, height: 460 };
      expect(picture).toEqual({ title: words('notice_ready'), message: WORDS, icon });
      await stage.firefox.killWorker();
      await stage.firefox.clickNotification();
      const [made] = await stage.inPage(readJobs);
      const gallery = `/gallery.html?picture=${made?.id}`;
      await expect.poll(async () => (await inOpened(gallery))?.pictures, WAIT).toContain(WORDS);
      expect(stage.lab.requestsTo(router)).toHaveLength(3);
    });
  });

  describe("words in Firefox's address bar", () => {
    test('behind the keyword they are the prompt of the sidebar; none leave what is there', async () => {
      await stage.inPage((desk) => writeStorage(desk, { 'popup:draft': { prompt: 'an owl' } }));
      const page = await stage.firefox.browser.newPage();
      await page.bringToFront();
      for (const blanks of ['understudy ', 'understudy    ']) {
        await stage.firefox.typeInAddressBar(blanks);
        await expect.poll(inPanel, WAIT).toMatchObject({ prompt: 'an owl', focus: 'prompt' });
        await stage.firefox.hideSidebar();
      }
      await stage.firefox.typeInAddressBar('understudy a red fox');
      await expect.poll(inPanel, WAIT).toMatchObject({ prompt: 'a red fox', focus: 'prompt' });
      // Back comes what was there: had no words been taken for words, it were those.
      await expect.poll(() => pressInPanel(words('common_undo')), WAIT).toBe(true);
      await expect.poll(inPanel, WAIT).toMatchObject({ prompt: 'an owl' });
      expect(await stage.inPage(readJobs)).toEqual([]);
      expect(stage.lab.requestsTo('router.huggingface.co')).toEqual([]);
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
});
