import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMetadata } from '../../src/gallery/metadata/read-metadata.ts';
import { withMetadata } from '../../src/gallery/metadata/write-metadata.ts';
import { exifWithOrientation, tinyPng, withSegment } from '../unit/gallery/metadata/tiny-files.ts';
import { samplePicture } from '../unit/jobs/sample-job.ts';
import { findBarriers } from './support/axe.ts';
import { downloaded } from './support/downloads.ts';
import { makePicture } from './support/make-picture.ts';
import { send } from './support/messages.ts';
import { type Driver, drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const LOOKS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 640 },
] as const;

const stage = useStage();
let folder: string;
let page: Page;
let gallery: Driver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-gallery-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await stage.connect();
  page = await stage.chromium.openPage('/gallery.html');
  await page.setViewport({ width: 1280, height: 800 });
  gallery = drive(page);
});

const make = (prompt: string) => makePicture(page, prompt, { seed: 7 });
const prompts = () =>
  page.$$eval('ul[aria-label="Pictures"] figure[data-provider] img', (images) =>
    images.map((image) => (image as HTMLImageElement).alt),
  );
const shows = (expected: string[]) => expect.poll(prompts, WAIT).toEqual(expected);
const newFolder = () => mkdtemp(join(folder, 'one-'));
const exported = async (button: string) =>
  downloaded(stage.chromium.browser, await newFolder(), () => gallery.press(button));

async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(await newFolder(), name);
  await writeFile(path, bytes);
  const input = (await page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** Lets a file go over the page, or pastes it. False while nobody takes it: the page has only begun. */
const offer = (target: Page, kind: 'drop' | 'paste', name: string, bytes: Uint8Array) =>
  target.evaluate(
    (how, fileName, numbers) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(numbers)], fileName, { type: 'image/png' }));
      const options = { bubbles: true, cancelable: true };
      const event =
        how === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    },
    kind,
    name,
    [...bytes],
  );

const give = (...offered: Parameters<typeof offer>) => expect.poll(() => offer(...offered), WAIT).toBe(true);

describe('pictures in a file', () => {
  test('exported, deleted, and imported again: what comes is shown first, and nothing is there twice', async () => {
    for (const prompt of ['one', 'two', 'three']) await make(prompt);
    await shows(['three', 'two', 'one']);
    const { name, bytes } = await exported('Export all');
    expect(name).toMatch(/^understudy-pictures-\d{4}-\d\d-\d\d\.zip$/);
    await gallery.status('3 pictures exported');

    await gallery.press('Select');
    await gallery.click('checkbox', 'two');
    await gallery.press('Delete');
    await gallery.press('Stop selecting');
    await shows(['three', 'one']);

    await choose(name, bytes);
    await gallery.shows('3 pictures in this file');
    await gallery.shows('1 new');
    await gallery.shows('2 here already');
    await shows(['three', 'one']);
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Import 1 picture');
    await gallery.status('1 picture imported');
    await shows(['three', 'two', 'one']);

    await choose(name, bytes);
    await gallery.shows('3 here already');
    await gallery.press('Cancel');
    await shows(['three', 'two', 'one']);
  });

  test('only the chosen ones, into a browser where they are not', async () => {
    for (const prompt of ['one', 'two']) await make(prompt);
    await shows(['two', 'one']);
    await gallery.press('Select');
    await gallery.click('checkbox', 'one');
    const { name, bytes } = await exported('Export');
    await gallery.press('Stop selecting');
    await send(page, 'deletePictures', { ids: (await readJobs(page)).map(({ id }) => id) });
    await gallery.shows('Your pictures will hang here');
    await choose(name, bytes);
    await gallery.press('Import 1 picture');
    await shows(['one']);
  });

  test.each([
    ['no zip at all', 'letter.zip', Buffer.from('Dear reader'), 'is no zip file that can be read'],
    ['a zip of nothing', 'empty.zip', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`), 'holds no pictures'],
  ])('%s is refused in words, and changes nothing', async (_, name, bytes, sentence) => {
    await make('one');
    await choose(name, bytes);
    await gallery.shows(sentence);
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Close');
    await shows(['one']);
  });
});

describe('a picture’s own file', () => {
  test('saved from the gallery as the settings say: type, name, and nothing of the words', async () => {
    await send(page, 'updateSettings', {
      patch: { pictures: { fileType: 'jpeg', fileName: 'fox {seed}', metadata: 'no-words' } },
    });
    await make('a red fox');
    await shows(['a red fox']);
    await gallery.click('button', 'a red fox');
    const { name, bytes } = await exported('Save');
    expect(name).toBe('fox 7.jpg');
    expect(bytes.toString('latin1')).toContain('trainedAlgorithmicMedia');
    expect(bytes.toString('latin1').replaceAll('\0', '')).not.toContain('red fox');
    expect(bytes.toString('latin1').replaceAll('\0', '')).toContain('FLUX.1-schnell');
  });

  test('dropped on the gallery brings its settings into the composer, says what it left out, and sends nothing', async () => {
    await give(page, 'drop', 'notes.txt', Buffer.from('no picture'));
    await gallery.status('“notes.txt” is no picture that can be read.');
    const parameters =
      'a {red|blue} fox\nin the snow\nNegative prompt: fog\nSteps: 20, Seed: 42, Size: 511x511, Model: anything';
    await give(page, 'drop', 'fox.png', tinyPng({ parameters }));
    await gallery.status('Left out, as no service here can use it: size, model.');
    const draft = (await readStorage(page))['popup:draft'];
    expect(draft).toMatchObject({ negativePrompt: 'fog', seed: '42', shape: 'square' });
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(0);
  });

  test('pasted into the popup brings its settings back, and they can be taken away again', async () => {
    const popup = await stage.openPopup();
    await popup.find('textbox', 'Prompt').then((field) => field.type('mine'));
    await give(
      popup.page,
      'paste',
      'fox.png',
      tinyPng({ parameters: 'a fox\nSeed: 42, Size: 512x512, Model: x' }),
    );
    await popup.status('A1111 or Forge');
    const prompt = () => popup.page.$eval('textarea', ({ value }) => value);
    expect(await prompt()).toBe('a fox');
    await popup.press('Undo');
    expect(await prompt()).toBe('mine');
    const withoutWords = tinyPng({ parameters: 'Steps: 20, Seed: 43, Size: 512x512' });
    await give(popup.page, 'drop', 'fox.png', withoutWords);
    await popup.status('seed, size. Nothing was sent. The file holds no prompt, so yours stays as it is.');
    expect(await prompt()).toBe('mine');
    await give(popup.page, 'drop', 'plain.png', tinyPng());
    await popup.status('“plain.png” does not say how it was made');
    expect(await prompt()).toBe('mine');
  });

  test('that a service sent turned is shown as before, whatever is written into it', async () => {
    const lying = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(40, 20);
      canvas.getContext('2d')?.fillRect(0, 0, 40, 20);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const exif = Buffer.concat([Buffer.from('Exif\0\0'), exifWithOrientation(6, 'words of the service')]);
    const turned = withSegment(new Uint8Array(lying), 0xe1, exif);
    const sizeOf = (bytes: Uint8Array) =>
      page.evaluate(
        async (numbers) => {
          const { width, height } = await createImageBitmap(new Blob([new Uint8Array(numbers)]));
          return [width, height];
        },
        [...bytes],
      );
    expect(await sizeOf(turned)).toEqual([20, 40]);
    for (const level of ['all', 'no-words', 'mark'] as const)
      expect(await sizeOf(withMetadata(turned, samplePicture(), level))).toEqual([20, 40]);
  });

  test('that Understudy saved comes back whole', async () => {
    await make('a red fox');
    await shows(['a red fox']);
    await gallery.click('button', 'a red fox');
    const { name, bytes } = await exported('Save');
    expect(await readMetadata(new Uint8Array(bytes))).toMatchObject({ tool: 'understudy', seed: 7 });
    const popup = await stage.openPopup();
    await give(popup.page, 'drop', name, new Uint8Array(bytes));
    await popup.status('Taken from a file of Understudy');
    expect(await popup.page.$eval('textarea', ({ value }) => value)).toBe('a red fox');
  });
});

describe('what is kept', () => {
  test('a limit is kept, and what went for it is said until it was read', async () => {
    await send(page, 'updateSettings', { patch: { pictures: { limitMegabytes: 1 } } });
    const body = Buffer.from(tinyPng({ Comment: 'x'.repeat(400_000) }));
    const answer = { status: 200, headers: { 'content-type': 'image/png' }, body };
    stage.lab.answer({ host: 'router.huggingface.co' }, [answer, answer, answer]);
    for (const prompt of ['one', 'two', 'three']) await make(prompt);
    await gallery.shows(words('gallery_notice_removed_one').replace('$1', '1'));
    await shows(['three', 'two']);
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Close');
    await page.reload();
    await shows(['three', 'two']);
    expect(await page.$('.gallery-notice')).toBeNull();
  });

  test('blurred until the pointer or the focus is on it', async () => {
    await make('a red fox');
    await send(page, 'updateSettings', { patch: { pictures: { blurs: true } } });
    const filter = () => page.$eval('.tile-image', (image) => getComputedStyle(image).filter);
    await expect.poll(filter, WAIT).toContain('blur');
    await page.hover('.tile');
    await expect.poll(filter, WAIT).toBe('none');
    await page.mouse.move(2, 2);
    await expect.poll(filter, WAIT).toContain('blur');
    await page.keyboard.press('Tab');
    await page.focus('.tile');
    await expect.poll(filter, WAIT).toBe('none');
  });
});
