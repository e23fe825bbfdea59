import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { tinyPng } from '../unit/gallery/metadata/tiny-files.ts';
import { driveFirefoxPage, type FirefoxPage } from './support/firefox-page.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { makePicture } from './support/make-picture.ts';
import { send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';

const stage = useFirefoxStage();
let page: Page;
let { says, press, paste, choose, saved } = {} as FirefoxPage;

const make = (prompt: string) => makePicture(page, prompt, { seed: 7 });
const prompts = () =>
  page.$$eval('ul[aria-label="Pictures"] figure[data-provider] img', (images) =>
    images.map((image) => (image as HTMLImageElement).alt),
  );
async function open(path: string, selector: string): Promise<void> {
  page = await stage.firefox.openPage(path, selector);
  ({ says, press, paste, choose, saved } = driveFirefoxPage(page));
}

const shows = (expected: string[]) => expect.poll(prompts, WAIT).toEqual(expected);
describe('the gallery in Firefox', () => {
  beforeEach(async () => {
    await stage.inPage((desk) => send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN }));
    await open('/gallery.html', 'main');
  });

  test('shows, finds, opens, and deletes with a way back', async () => {
    await make('a red fox');
    await make('a blue whale');
    await shows(['a blue whale', 'a red fox']);
    await page.$eval('input[type="search"]', (field) => {
      (field as HTMLInputElement).value = 'fox';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await shows(['a red fox']);
    await page.$eval('.tile', (tile) => (tile as HTMLElement).click());
    await says('black-forest-labs/FLUX.1-schnell');
    await press('Delete');
    await says('1 picture deleted');
    await press('Undo');
    await says('1 picture is back');
  });

  test('exports all as one file, and takes it back after what comes was shown', async () => {
    await make('one');
    await make('two');
    await shows(['two', 'one']);
    // The file itself goes through the browser's downloads; what it holds is read where it is made.
    await page.evaluate(() => {
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        if (blob instanceof Blob && !blob.type.startsWith('image/'))
          Object.assign(window, { exported: blob });
        return createObjectURL(blob);
      };
    });
    await press('Export all');
    await says('2 pictures exported');
    await send(page, 'deletePictures', { ids: (await readJobs(page)).map(({ id }) => id) });
    await says('Your pictures will hang here');
    await page.evaluate(() => {
      const { exported } = window as unknown as { exported: Blob };
      const data = new DataTransfer();
      data.items.add(new File([exported], 'mine.zip', { type: 'application/zip' }));
      const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.body.dispatchEvent(dropped);
    });
    await says('2 pictures in this file');
    await press('Import 2 pictures');
    await shows(['two', 'one']);
  });

  test('a dropped file brings its settings back', async () => {
    const bytes = [...tinyPng({ parameters: 'a fox\nSeed: 42, Size: 512x512, Model: x' })];
    await page.evaluate((numbers) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], 'fox.png', { type: 'image/png' }));
      const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.body.dispatchEvent(dropped);
    }, bytes);
    const draft = async () => (await readStorage(page))['popup:draft'];
    await expect.poll(draft, WAIT).toMatchObject({ prompt: 'a fox', seed: '42' });
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(0);
  });
});

describe('the first run in Firefox', () => {
  test('from the tab to the first picture: one account, its token, and nothing is sent before', async () => {
    await open('/welcome.html', 'main');
    await press('Connect Hugging Face');
    await says(words('welcome_words_text'));
    expect(stage.lab.log).toEqual([]);
    await paste('Hugging Face token', HF_TOKEN);
    await press(words('token_save'));
    await says(words('account_connected_as', 'someuser', '6789'));
    expect(stage.lab.requestsTo('router.huggingface.co')).toEqual([]);
    await press('Generate');
    await page.waitForSelector('figure[data-provider="huggingface"] img', WAIT);
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
  });
});

describe('the options in Firefox', () => {
  const settings = async () => (await readStorage(page)).settings;

  test('settings go into a file, are reset after a question, and come back after what changes was shown', async () => {
    await open('/options.html#backup', '#export');
    await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await send(page, 'updateSettings', { patch: { primary: 'puter' } });
    const file = await saved(() => press('Export settings'));
    expect(file).not.toContain(HF_TOKEN);
    await press('Reset');
    await press('Reset all settings');
    await says(words('options_reset_done'));
    expect(await settings()).not.toHaveProperty('primary');
    await choose('half.json', file.slice(0, 20));
    await says(words('problem_BACKUP_BROKEN'));
    await choose('mine.json', file);
    await press('Import 1 of 1');
    await says(words('options_import_done', 1));
    expect(await settings()).toMatchObject({ primary: 'puter' });
  });

  test('a style is made, deleted and brought back', async () => {
    await open('/options.html#styles', '.style-title');
    const names = () =>
      page.$$eval('.style-title', (titles) => titles.map((title) => title.textContent?.trim()));
    await press(words('options_style_add'));
    await paste(words('options_style_name'), '<script>alert(1)</script>');
    await paste(words('options_style_template'), 'a still of {prompt}, noir');
    await press(words('options_style_save'));
    await expect.poll(names, WAIT).toContain('<script>alert(1)</script>');
    await press(words('options_style_edit', '<script>alert(1)</script>'));
    await press(words('options_style_delete'));
    await expect.poll(names, WAIT).not.toContain('<script>alert(1)</script>');
    await press(words('common_undo'));
    await expect.poll(names, WAIT).toContain('<script>alert(1)</script>');
  });
});
