import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { tagOf } from '../../src/language/languages.ts';
import { aFailure } from '../looks/failures.ts';
import { violationsOn } from './support/axe.ts';
import { cutOffOn } from './support/cut-off.ts';
import { makePicture } from './support/make-picture.ts';
import { send } from './support/messages.ts';
import { driveOptions } from './support/options.ts';
import { drive, WAIT } from './support/page.ts';
import { drivePopup, type Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { writeStorage, writeSync } from './support/storage.ts';
import { PASSPHRASE } from './support/tokens.ts';
import { hardToUseOn, lookAt } from './support/touch.ts';
import { words } from './support/words.ts';

const LOCALES = new URL('../../public/_locales/', import.meta.url);
const LANGUAGES = readdirSync(LOCALES);
const RIGHT_TO_LEFT = 'ar';
/** Pages that axe looks at in the language that is read from right to left, too; in English it sees them all elsewhere. */
const AXE = new Set([
  'popup',
  'welcome',
  'samples',
  'helped out',
  'how it was made',
  'UNAUTHORIZED',
  'More settings',
  'options, styles',
  'options, shortcuts',
  'options, backup',
  'options, accounts',
  'gallery',
  'a picture',
]);
const ROUTER = 'router.huggingface.co';
/** A file that changes settings, hubs and styles. */
const SETTINGS_FILE = fileURLToPath(new URL('support/settings-file.json', import.meta.url));

const stage = useStage();
let shown: Map<string, Page>;

beforeEach(() => {
  shown = new Map();
});

/** Opens a page of the extension in a narrow window, under a name. */
async function show(name: string, path: string, width = 400): Promise<Page> {
  const page = await stage.chromium.openPage(path);
  await page.setViewport({ width, height: 600 });
  await lookAt(page, 'light');
  shown.set(name, page);
  return page;
}
const showPopup = async (name: string, path = '/popup.html', width = 400): Promise<Popup> => {
  const popup = drivePopup(await show(name, path, width));
  await popup.page.waitForSelector('.strip');
  return popup;
};

/** Resolves when the page speaks the language, and has had a turn to say everything in it. */
function speaks(page: Page, tag: string): Promise<void> {
  return page.evaluate(async (wanted) => {
    const root = document.documentElement;
    await new Promise<void>((resolve, reject) => {
      const look = () => root.lang === wanted && resolve();
      new MutationObserver(look).observe(root, { attributeFilter: ['lang'] });
      setTimeout(() => reject(new Error(`The page does not speak ${wanted}`)), 60_000);
      look();
    });
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage('');
    });
  }, tag);
}

/** What axe finds in both schemes: in the dark one only what may be another there, the colours. */
async function violationsInBoth(page: Page): Promise<string[]> {
  const light = await violationsOn(page);
  await lookAt(page, 'dark');
  const dark = await violationsOn(page, ['color-contrast']);
  await lookAt(page, 'light');
  return [...light, ...dark.map((line) => `dark: ${line}`)];
}

/** What is wrong with the pages, a line each: in each language what is cut off, in each scheme what is hard to see or to hit. */
async function wrongWithAny(): Promise<string[]> {
  const [desk] = [...shown.values()] as [Page];
  const found: string[] = [];
  for (const [scheme, forced] of [['light', true], ['dark'], ['light']] as const) {
    const lines = await Promise.all(
      [...shown].map(async ([name, page]) => {
        await lookAt(page, scheme, forced);
        const where = `${forced ? 'forced colours' : scheme}, ${name}`;
        return (await hardToUseOn(page)).map((line) => `${where}: ${line}`);
      }),
    );
    found.push(...lines.flat());
  }
  for (const language of LANGUAGES) {
    await send(desk, 'updateSettings', { patch: { language } });
    const lines = await Promise.all(
      [...shown].map(async ([name, page]) => {
        await speaks(page, tagOf(language));
        const lines = await cutOffOn(page);
        if (language === RIGHT_TO_LEFT && AXE.has(name)) lines.push(...(await violationsInBoth(page)));
        return lines.map((line) => `${language}, ${name}: ${line}`);
      }),
    );
    found.push(...lines.flat());
  }
  for (const page of shown.values()) await page.close();
  shown.clear();

  return found;
}

const showNamed = async (name: string, path: string) => driveOptions(await show(name, path));
const panel = async (name: string) => driveOptions(await show(`options, ${name}`, `/options.html#${name}`));

test('where Chromium hands out no texts, as on some starts, a page has its own, in the language that fits it', async () => {
  const page = await stage.chromium.browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const { i18n } = (globalThis as unknown as { chrome: { i18n: Record<string, () => string> } }).chrome;
    i18n.getMessage = () => '';
    i18n.getUILanguage = () => 'ar-EG';
  });
  await page.goto(`chrome-extension://${stage.chromium.extensionId}/popup.html`);
  await page.waitForSelector('textarea', WAIT);
  const shown = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir, prompt: document.querySelector('textarea')?.placeholder };
  });
  const arabic = JSON.parse(await readFile(new URL('ar/messages.json', LOCALES), 'utf8'));
  expect(shown).toEqual({ lang: 'ar', dir: 'rtl', prompt: arabic.popup_prompt_placeholder.message });
});

describe('at 400 px nothing is cut off in any language', () => {
  test('before there is an account', async () => {
    await showPopup('popup');
    await showPopup('side panel', '/sidepanel.html', 320);
    await show('welcome', '/welcome.html');
    await show('gallery', '/gallery.html');
    await (await panel('accounts')).find('textbox', 'Puter token');
    const asked = await showPopup('popup, asked to connect');
    await asked.generate('a boat');
    await asked.alert(words('popup_welcome_asked'));
    expect(await wrongWithAny()).toEqual([]);
  });

  test('with an account, and before the first picture', async () => {
    await stage.connect({ huggingface: false });
    await drive(await show('welcome, connected', '/welcome.html')).find('textbox', 'Prompt');
    await (await showPopup('samples')).page.waitForSelector('.sample');
    await (await panel('accounts')).manage('Puter');
    const price = await showPopup('price');
    await price.press('More settings');
    for (let more = 1; more < 4; more += 1) await price.press(words('popup_pictures_more'));
    await price.page.waitForSelector('[data-price]');
    expect(await wrongWithAny()).toEqual([]);
  });

  test('in the popup: what stands on the stage', async () => {
    await stage.connect();
    const desk = await stage.chromium.openPage('/manifest.json');
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const helped = await makePicture(desk, 'a sailing boat on a lake at dusk');
    await makePicture(desk, 'a red fox');
    await (await showPopup('helped out', `/popup.html?job=${helped}`)).page.waitForSelector('figure img');
    await (await showPopup('side panel', `/sidepanel.html?job=${helped}`, 320)).page.waitForSelector(
      'figure img',
    );
    const made = await showPopup('how it was made', `/popup.html?job=${helped}`);
    await made.page.locator('.pill').click();
    await made.find('dialog', words('popup_how_made'));
    const menu = await showPopup('menu of a picture', `/popup.html?job=${helped}`);
    await menu.press('More actions');
    await menu.find('menuitem', 'Delete');
    const failures: Record<string, string[]> = {
      DUAL_PROVIDER_FAILURE: ['PAYMENT_REQUIRED', 'CONTENT_REFUSED'],
      UNAUTHORIZED: ['UNAUTHORIZED'],
      STILL_COMING: ['STILL_COMING'],
      OFFLINE: ['OFFLINE'],
    };
    for (const [code, codes] of Object.entries(failures)) {
      const failure = aFailure(code, { codes });
      await writeStorage(desk, failure);
      const [key = ''] = Object.keys(failure);
      const failed = await showPopup(code, `/popup.html?job=${key.slice('job:'.length)}`);
      await failed.alert();
      await failed.page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    }
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const queue = await showPopup('queue');
    await queue.press('More settings');
    for (let more = 1; more < 4; more += 1) await queue.press(words('popup_pictures_more'));
    await queue.write('a red fox in the snow');
    await queue.press('Generate 4');
    await queue.status(words('progress_asking_huggingface'));
    await showPopup('queue in the side panel', '/sidepanel.html', 320);
    const found = await wrongWithAny();
    await send(desk, 'cancelAll', {});
    expect(found).toEqual([]);
  });

  test("in the popup: what the composer's buttons open", async () => {
    await stage.connect();
    for (const chip of ['Style', 'Shape', 'Model', 'More settings', 'Recent prompts']) {
      const popup = await showPopup(chip);
      await popup.press(chip);
      await popup.find('dialog', chip);
    }
    const own = await showPopup('own size');
    await own.press('Shape');
    await own.page.locator('.shape-own').click();
    await own.find('textbox', 'Width');
    expect(await wrongWithAny()).toEqual([]);
  });

  test('in the options, panel by panel', async () => {
    await stage.connect();
    stage.lab.hubs.add({ host: 'hub.example', name: 'A hub' });
    const desk = await stage.chromium.openPage('/manifest.json');
    await send(desk, 'addSource', {
      source: {
        name: 'A hub',
        url: 'https://hub.example',
        type: 'kohakuhub',
        enabled: true,
        namespaces: ['team'],
      },
    });
    for (const name of ['shortcuts', 'backup', 'advanced', 'about']) await panel(name);
    await (await panel('pictures')).press(words('options_delete_all'));
    const importing = await showNamed('import', '/options.html#backup');
    const file = await importing.page.waitForSelector('#import input[type=file]');
    await (file as ElementHandle<HTMLInputElement>).uploadFile(SETTINGS_FILE);
    await importing.find('dialog', words('options_import_title'));
    await writeSync(desk, { 'setting.primary': { value: 'puter', edits: 1, device: 'the other' } });
    const syncing = await showNamed('sync', '/options.html#backup');
    await syncing.click('switch', words('options_sync_switch'));
    await syncing.find('dialog', words('options_sync_choice_title'));
    const accounts = await panel('accounts');
    await accounts.manage('Hugging Face');
    const styles = await panel('styles');
    await styles.press(words('options_style_edit', words('style_photo')));
    const hubs = await panel('hubs');
    await hubs.press('Add a source');
    await hubs.find('textbox', 'Address', 'sources');
    await hubs.page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await wrongWithAny()).toEqual([]);
  });

  test('in the gallery', async () => {
    await stage.connect();
    const desk = await stage.chromium.openPage('/manifest.json');
    const id = await makePicture(desk, 'a red fox');
    await makePicture(desk, 'a blue whale', { width: 1344, height: 768 });
    await (await show('gallery', '/gallery.html')).waitForSelector('figure img');
    await (await show('a picture', `/gallery.html?picture=${id}`)).waitForSelector('.pane');
    await (await show('enlarged', `/gallery.html?picture=${id}&state=enlarge`)).waitForSelector('img');
    const selecting = drive(await show('selecting', '/gallery.html'));
    await selecting.press('Select');
    expect(await wrongWithAny()).toEqual([]);
  });

  test('while tokens are locked', async () => {
    await stage.connect();
    const desk = await stage.chromium.openPage('/manifest.json');
    await send(desk, 'changePassphrase', { next: PASSPHRASE });
    await send(desk, 'lockTokens', {});
    await (await showPopup('popup')).find('heading', words('passphrase_locked_title'));
    await (await panel('accounts')).page.waitForSelector('.notice');
    expect(await wrongWithAny()).toEqual([]);
  });
});
