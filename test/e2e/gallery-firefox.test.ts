import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { tinyPng } from '../unit/gallery/metadata/tiny-files.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { makePicture } from './support/make-picture.ts';
import { send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';

const stage = useFirefoxStage();
let page: Page;

const make = (prompt: string) => makePicture(page, prompt, { seed: 7 });
const prompts = () =>
  page.$$eval('ul[aria-label="Pictures"] figure[data-provider] img', (images) =>
    images.map((image) => (image as HTMLImageElement).alt),
  );
const shows = (expected: string[]) => expect.poll(prompts, WAIT).toEqual(expected);
const says = (text: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText), WAIT).toContain(text);
/** Presses the button with these words; Firefox's driver finds nothing by role. */
const press = (words: string) =>
  expect
    .poll(
      () =>
        page.evaluate((wanted) => {
          const button = [...document.querySelectorAll('button')].find(
            ({ innerText, ariaLabel }) => innerText.trim() === wanted || ariaLabel === wanted,
          );
          button?.click();
          return button !== undefined;
        }, words),
      WAIT,
    )
    .toBe(true);

beforeEach(async () => {
  await stage.inPage((desk) => send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN }));
  page = await stage.firefox.openPage('/gallery.html', 'main');
});

describe('the gallery in Firefox', () => {
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
