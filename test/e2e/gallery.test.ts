import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { makePicture } from './support/make-picture.ts';
import { byName, type Driver, drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const LOOKS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 640 },
] as const;

const stage = useStage();
let page: Page;
let gallery: Driver;

/** Makes a picture by the message that the popup sends, and waits until its job has it. */
const make = (prompt: string, more: { width?: number; height?: number } = {}) =>
  makePicture(page, prompt, { seed: 7, ...more });

const prompts = () =>
  page.$$eval('ul[aria-label="Pictures"] figure[data-provider] img', (images) =>
    images.map((image) => (image as HTMLImageElement).alt),
  );
const shows = (expected: string[]) => expect.poll(prompts, WAIT).toEqual(expected);
const focused = () =>
  page.evaluate(() => document.activeElement?.querySelector('img')?.alt ?? document.activeElement?.tagName);

beforeEach(async () => {
  await stage.connect();
  page = await stage.chromium.openPage('/gallery.html');
  await page.setViewport({ width: 1280, height: 800 });
  gallery = drive(page);
});

describe('the gallery', () => {
  test('is empty at first and says what will hang here', async () => {
    await gallery.shows('Your pictures will hang here');
    expect(await findBarriers(page, LOOKS)).toEqual([]);
  });

  test('shows a picture the moment it is made, the newest first, with who made it', async () => {
    await make('a red fox');
    await shows(['a red fox']);
    stage.lab.answer({ host: ROUTER }, [{ status: 503, json: { error: 'Model too busy' } }]);
    await make('a blue whale');
    await shows(['a blue whale', 'a red fox']);
    const providers = await page.$$eval('figure[data-provider]', (figures) =>
      figures.map((figure) => (figure as HTMLElement).dataset.provider),
    );
    expect(providers).toEqual(['puter', 'huggingface']);
    expect(await findBarriers(page, LOOKS)).toEqual([]);
  });

  test('finds by words and by choices, and says when nothing is like that', async () => {
    await make('a red fox', { width: 512, height: 512 });
    await make('a blue whale', { width: 768, height: 512 });
    await shows(['a blue whale', 'a red fox']);
    await gallery.fill('Search pictures', 'WHALE blue');
    await shows(['a blue whale']);
    await gallery.fill('Search pictures', 'dragon');
    await gallery.shows('No picture matches “dragon”');
    await gallery.press('Show all 2 pictures');
    await shows(['a blue whale', 'a red fox']);
    await gallery.choose('Shape', 'wide');
    await shows(['a blue whale']);
    await gallery.choose('Shape', '');
    await gallery.press('Favourites');
    await gallery.shows('No picture is like that');
  });

  test('opens one large with all it was made with; arrows turn, Escape goes back to its tile', async () => {
    await make('a red fox');
    await make('a blue whale');
    await shows(['a blue whale', 'a red fox']);
    await gallery.click('button', 'a blue whale');
    await page.waitForSelector(byName('region', 'a blue whale'), WAIT);
    await gallery.shows('black-forest-labs/FLUX.1-schnell');
    await gallery.shows('1 of 2');
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector(byName('region', 'a red fox'), WAIT);
    await page.keyboard.press('Escape');
    await shows(['a blue whale', 'a red fox']);
  });

  test('a favourite stays one over a reload', async () => {
    await make('a red fox');
    await gallery.click('button', 'a red fox');
    await gallery.press('Favourite');
    await page.waitForSelector('button[aria-pressed="true"]', WAIT);
    await gallery.press('Close');
    await page.reload();
    await gallery.press('Favourites');
    await shows(['a red fox']);
  });

  test('deletes with a way back, and the popup has it back, too', async () => {
    await make('a red fox');
    await make('a blue whale');
    await shows(['a blue whale', 'a red fox']);
    await gallery.click('button', 'a blue whale');
    await gallery.press('Delete');
    await page.waitForSelector(byName('region', 'a red fox'), WAIT);
    await gallery.status('1 picture deleted');
    await gallery.press('Undo');
    await gallery.status('1 picture is back');
    await gallery.press('Close');
    await shows(['a blue whale', 'a red fox']);
    expect((await readJobs(page)).map(({ dismissed = false }) => dismissed)).toEqual([false, false]);
  });

  test('by keyboard alone: arrows, Enter, Delete', async () => {
    for (const prompt of ['one', 'two', 'three']) await make(prompt);
    await shows(['three', 'two', 'one']);
    await page.focus('[data-picture]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused, WAIT).toBe('two');
    await page.keyboard.press('Delete');
    await shows(['three', 'one']);
    await expect.poll(focused, WAIT).toBe('one');
    await page.keyboard.press('Enter');
    await page.waitForSelector(byName('region', 'one'), WAIT);
    await page.keyboard.press('Escape');
    await expect.poll(focused, WAIT).toBe('one');
  });

  test('several at once: favourites, compared, deleted', async () => {
    for (const prompt of ['one', 'two', 'three']) await make(prompt);
    await shows(['three', 'two', 'one']);
    await gallery.press('Select');
    await gallery.click('checkbox', 'three');
    await gallery.click('checkbox', 'two');
    await gallery.status('2 selected');
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Compare');
    await gallery.shows('2 pictures compared');
    const slider = await gallery.find('slider', 'How much of A is shown');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.evaluate((input) => (input as HTMLInputElement).value)).toBe('51');
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Close');
    await gallery.press('Delete');
    await shows(['one']);
    await gallery.status('2 pictures deleted');
  });

  test('Again pays for another picture with a new seed, and for no other', async () => {
    await make('a red fox');
    await gallery.click('button', 'a red fox');
    await gallery.press('Again');
    await gallery.press('Close');
    await shows(['a red fox', 'a red fox']);
    const seeds = stage.lab.requestsTo(ROUTER).map(({ bodyText }) => JSON.parse(bodyText).seed);
    expect(seeds).toHaveLength(2);
    expect(seeds[1]).not.toBe(7);
    expect(stage.lab.requestsTo(PUTER)).toHaveLength(0);
  });

  test('Edit brings words and settings back into the composer', async () => {
    await make('a red fox', { width: 768, height: 512 });
    await gallery.click('button', 'a red fox');
    await gallery.press('Edit');
    const draft = async () =>
      (await readStorage(page))['popup:draft'] as { prompt?: string; seed?: string } | undefined;
    await expect.poll(async () => (await draft())?.prompt, WAIT).toBe('a red fox');
    expect((await draft())?.seed).toBe('7');
  });

  test('a link to one picture shows that one, over the whole window where it says so', async () => {
    const id = await make('a red fox');
    await page.goto(new URL(`/gallery.html?picture=${id}&state=enlarge`, page.url()).href);
    await page.waitForSelector(byName('region', 'a red fox'), WAIT);
    expect(await findBarriers(page, LOOKS)).toEqual([]);
    await gallery.press('Words and facts beside it');
    await gallery.shows('Facts');
  });

  test('two galleries stay in step', async () => {
    await make('a red fox');
    const other = await stage.chromium.openPage('/gallery.html');
    await (await drive(other).find('button', 'a red fox')).click();
    await drive(other).press('Delete');
    await gallery.shows('Your pictures will hang here');
  });
});
