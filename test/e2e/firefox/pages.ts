import type { JSHandle, Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { tinyPng } from '../../unit/gallery/metadata/tiny-files.ts';
import { makePicture } from '../support/make-picture.ts';
import { send } from '../support/messages.ts';
import { type Driver, drive, WAIT } from '../support/page.ts';
import { readJobs, readStorage, readSync, writeSync } from '../support/storage.ts';
import { HF_TOKEN } from '../support/tokens.ts';
import { words } from '../support/words.ts';
import { stage } from './stage.ts';

let page: Page;
let shown: Driver;

const make = (prompt: string) => makePicture(page, prompt, { seed: 7 });
const prompts = () =>
  page.$$eval('ul[aria-label="Pictures"] figure[data-provider] img', (images) =>
    images.map((image) => (image as HTMLImageElement).alt),
  );
const shows = (expected: string[]) => expect.poll(prompts, WAIT).toEqual(expected);

async function open(path: string, selector: string): Promise<void> {
  page = await stage.firefox.openPage(path, selector);
  shown = drive(page);
}

/** A file that the page saves, read where it is made: the file itself goes through the browser's downloads. */
async function saved(begin: () => Promise<void>): Promise<JSHandle<Blob>> {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob && !blob.type.startsWith('image/')) Object.assign(window, { saved: blob });
      return createObjectURL(blob);
    };
  });
  await begin();
  return (await page.waitForFunction(
    () => (window as { saved?: Blob }).saved,
    WAIT,
  )) as unknown as JSHandle<Blob>;
}

/** Gives a file to the page's own field for files. */
const choose = (name: string, text: string) =>
  page.evaluate(
    (fileName, content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      const field = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (!field) throw new Error('The page has no field for files');
      field.files = data.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );

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
    await shown.shows('black-forest-labs/FLUX.1-schnell');
    await shown.press('Delete');
    await shown.shows('1 picture deleted');
    await shown.press('Undo');
    await shown.shows('1 picture is back');
  });

  test('exports all as one file, and takes it back after what comes was shown', async () => {
    await make('one');
    await make('two');
    await shows(['two', 'one']);
    const file = await saved(() => shown.press('Export all'));
    await shown.shows('2 pictures exported');
    await send(page, 'deletePictures', { ids: (await readJobs(page)).map(({ id }) => id) });
    await shown.shows('Your pictures will hang here');
    await page.evaluate((exported) => {
      const data = new DataTransfer();
      data.items.add(new File([exported], 'mine.zip', { type: 'application/zip' }));
      const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      document.body.dispatchEvent(dropped);
    }, file);
    await shown.shows('2 pictures in this file');
    await shown.press('Import 2 pictures');
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
    await shown.press('Connect Hugging Face');
    await shown.shows(words('welcome_words_text'));
    expect(stage.lab.log).toEqual([]);
    await shown.fill('Hugging Face token', HF_TOKEN);
    await shown.press(words('token_save'));
    await shown.shows(words('account_connected_as', 'someuser', '6789'));
    expect(stage.lab.requestsTo('router.huggingface.co')).toEqual([]);
    await shown.press('Generate');
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
    const made = await saved(() => shown.press('Export settings'));
    const file = await made.evaluate((blob) => blob.text());
    expect(file).not.toContain(HF_TOKEN);
    await shown.press('Reset');
    await shown.press('Reset all settings');
    await shown.shows(words('options_reset_done'));
    expect(await settings()).not.toHaveProperty('primary');
    await choose('half.json', file.slice(0, 20));
    await shown.shows(words('problem_BACKUP_BROKEN'));
    await choose('mine.json', file);
    await shown.press('Import 1 of 1');
    await shown.shows(words('options_import_done', 1));
    expect(await settings()).toMatchObject({ primary: 'puter' });
  });

  test('settings follow over the browser’s sync, both ways, once that is switched on', async () => {
    const record = (value: unknown) => ({ value, edits: 1, device: 'the other' });
    await open('/options.html#backup', '#export');
    await writeSync(page, { 'setting.primary': record('puter') });
    await shown.click('switch', words('options_sync_switch'));
    await shown.press(words('options_sync_use_there'));
    await shown.shows(words('options_sync_on_done'), 'sync');
    expect(await settings()).toMatchObject({ primary: 'puter' });
    // From here, and then from the other device.
    await send(page, 'updateSettings', { patch: { hub: { maxConcurrent: 3 } } });
    await expect.poll(() => readSync(page), WAIT).toHaveProperty(['setting.hub.maxConcurrent']);
    await writeSync(page, { 'setting.jobs.waits': record(true) });
    await expect.poll(settings, WAIT).toMatchObject({ jobs: { waits: true } });
  });

  test('a style is made, deleted and brought back', async () => {
    await open('/options.html#styles', '.style-title');
    const names = () =>
      page.$$eval('.style-title', (titles) => titles.map((title) => title.textContent?.trim()));
    await shown.press(words('options_style_add'));
    await shown.fill(words('options_style_name'), '<script>alert(1)</script>');
    await shown.fill(words('options_style_template'), 'a still of {prompt}, noir');
    await shown.press(words('options_style_save'));
    await expect.poll(names, WAIT).toContain('<script>alert(1)</script>');
    await shown.press(words('options_style_edit', '<script>alert(1)</script>'));
    await shown.press(words('options_style_delete'));
    await expect.poll(names, WAIT).not.toContain('<script>alert(1)</script>');
    await shown.press(words('common_undo'));
    await expect.poll(names, WAIT).toContain('<script>alert(1)</script>');
  });
});
