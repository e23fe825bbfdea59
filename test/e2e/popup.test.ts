import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMetadata } from '../../src/gallery/metadata/read-metadata.ts';
import { SAMPLES } from '../lab/pictures/samples.ts';
import { downloaded } from './support/downloads.ts';
import { send } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import type { Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';

const stage = useStage();

/** The requests to the router, oldest first. */
const asked = () => stage.lab.requestsTo(ROUTER).map(({ bodyText }) => JSON.parse(bodyText || '{}'));
const pictureOf = (popup: Popup, prompt: string) => popup.page.waitForSelector(`figure img[alt="${prompt}"]`);

async function openMore(popup: Popup): Promise<void> {
  await popup.press('More settings');
}

/** The text of *How it was made*. */
async function howMade(popup: Popup): Promise<string> {
  await popup.page.click('button.pill');
  const story = await popup.find('dialog', words('popup_how_made'));
  return story.evaluate((dialog) => (dialog as HTMLElement).innerText);
}

describe('what the picture should be', () => {
  test('a style by the arrow keys, a shape, a seed and what to leave out reach the wire, and stay for the next time', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await popup.write('a lighthouse');
    await popup.press('Style');
    await popup.find('dialog', 'Style');
    for (const _ of ['photo', 'illustration', 'watercolour']) await popup.page.keyboard.press('ArrowRight');
    const chosen = await popup.page.$eval(
      'input[name="style"]:checked',
      (input) => (input as HTMLInputElement).value,
    );
    expect(chosen).toBe('watercolor');
    await popup.press('Shape');
    await (await popup.find('radio', 'Portrait')).evaluate((input) => (input as HTMLInputElement).click());
    await openMore(popup);
    await popup.fill('Seed', '41');
    await popup.fill('Leave out', 'fog');
    await popup.press('Generate');
    await popup.picture();
    const [first] = asked();
    expect(first).toMatchObject({ size: '832x1216', seed: 41 });
    expect(first.prompt).toMatch(/^a lighthouse, watercolour painting/);
    expect(await howMade(popup)).toMatch(/Seed\s41/);

    await popup.page.reload();
    await popup.button('Generate');
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a lighthouse');
    const style = await popup.button('Style');
    expect(await style.evaluate((chip) => chip.getAttribute('aria-description'))).toBe('Watercolour');
  });

  test('what the model makes no use of is said where it is typed, and on the chip, before anything is sent', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    const aboutMore = async () =>
      (await popup.button('More settings')).evaluate((chip) => chip.getAttribute('aria-description'));
    const hint = async () =>
      (await popup.find('textbox', 'Leave out')).evaluate(
        (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
      );
    await openMore(popup);
    await expect.poll(hint).toBe(words('popup_negative_prompt_ignored', 'FLUX.1-schnell'));
    expect(await aboutMore()).toBeNull();
    await popup.fill('Leave out', 'fog');
    await expect.poll(aboutMore).toBe(words('popup_more_ignored'));

    // No warning for a model that uses it.
    const patch = { huggingface: { model: 'stabilityai/stable-diffusion-3-medium-diffusers' } };
    await send(popup.page, 'updateSettings', { patch });
    await expect.poll(hint).toBe(words('popup_negative_prompt_hint'));
    expect(await aboutMore()).toBeNull();
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
  });

  test('an invalid seed is refused beside its field, which opens by itself', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await openMore(popup);
    await popup.fill('Seed', 'seven');
    await popup.generate('a boat');
    await popup.alert(words('problem_SEED_INVALID'));
    const seed = await popup.find('textbox', 'Seed');
    expect(await seed.evaluate((input) => (input as HTMLInputElement).value)).toBe('seven');
    expect(await seed.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(stage.lab.log.filter(({ host }) => host === ROUTER)).toEqual([]);
  });

  test('Again: everything as it was, with a new seed; Edit brings everything back', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await popup.picture();
    const { seed } = asked()[0];
    expect(Number.isInteger(seed)).toBe(true);
    await popup.press('Again');
    await stage.lab.waitForRequest(() => asked().length === 2);
    const [first, other] = asked();
    expect(other.seed).not.toBe(seed);
    expect({ ...other, seed }).toEqual(first);
    await popup.write('');
    await popup.press('More actions');
    await popup.click('menuitem', 'Edit');
    expect(await popup.page.$eval('textarea', ({ value }) => value)).toBe('a boat');
    await openMore(popup);
    const field = await popup.find('textbox', 'Seed');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(String(other.seed));
  });
});

describe('what can be done with the picture', () => {
  let downloads: string;
  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'understudy-downloads-'));
  });
  afterAll(() => rm(downloads, { recursive: true, force: true }));

  const save = async (popup: Popup) =>
    downloaded(stage.chromium.browser, await mkdtemp(join(downloads, 'one-')), () => popup.press('Save'));

  /** All pixels of a picture as one text: of a file's bytes, or of the picture that is shown when there are none. */
  const pixels = ({ page }: Popup, file?: Buffer) =>
    page.evaluate(async (base64) => {
      const shown = document.querySelector<HTMLImageElement>('figure img');
      const bytes =
        base64 === undefined ? undefined : Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const source = bytes ? new Blob([bytes]) : shown;
      if (!source) throw new Error('No picture is shown');
      const bitmap = await createImageBitmap(source);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const drawn = context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
      const sum = await crypto.subtle.digest('SHA-256', drawn ?? new Uint8ClampedArray());
      return [bitmap.width, bitmap.height, ...new Uint8Array(sum)].join(' ');
    }, file?.toString('base64'));

  const grantClipboard = () =>
    stage.chromium.browser
      .defaultBrowserContext()
      .setPermission(
        `chrome-extension://${stage.chromium.extensionId}`,
        { permission: { name: 'clipboard-read' }, state: 'granted' },
        { permission: { name: 'clipboard-write' }, state: 'granted' },
      );
  const copied = ({ page }: Popup) =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      const bitmap = blob && (await createImageBitmap(blob));
      return { types: item?.types, width: bitmap?.width, height: bitmap?.height };
    });

  test('Save writes the picture, with how it was made in it, under a name that says when and what', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await popup.generate('../a "red" fox: in/the snow?');
    await popup.picture();
    const { name, bytes } = await save(popup);
    await popup.status(words('popup_saved'));
    expect(name).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d a red fox in the snow\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(await pixels(popup, bytes)).toBe(await pixels(popup));
    expect(await readMetadata(new Uint8Array(bytes))).toMatchObject({
      tool: 'understudy',
      prompt: '../a "red" fox: in/the snow?',
      width: 1024,
      height: 1024,
    });
    expect(bytes.toString('latin1')).toContain('trainedAlgorithmicMedia');
  });

  test.each([
    ['jpeg', 'jpg'],
    ['webp', 'webp'],
  ] as const)('a %s is saved as .%s with how it was made, and copied as PNG', async (kind, ending) => {
    await stage.connect({ puter: false });
    await grantClipboard();
    // The bytes decide, and not the service's Content-Type.
    stage.lab.answer({ host: ROUTER }, [
      { status: 200, headers: { 'content-type': 'image/png' }, body: SAMPLES[kind] },
    ]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    const { width, height } = await popup.picture();
    const { name, bytes } = await save(popup);
    expect(name.endsWith(` a boat.${ending}`), name).toBe(true);
    expect(await pixels(popup, bytes)).toBe(await pixels(popup, SAMPLES[kind]));
    expect(await readMetadata(new Uint8Array(bytes))).toMatchObject({ tool: 'understudy', prompt: 'a boat' });
    expect(bytes.toString('latin1')).toContain('trainedAlgorithmicMedia');
    await popup.press('Copy');
    await popup.status(words('popup_copied'));
    expect(await copied(popup)).toEqual({ types: ['image/png'], width, height });
  });

  test('deleted, it can be taken back', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await popup.picture();
    await popup.press('More actions');
    await popup.click('menuitem', 'Delete');
    await popup.status(words('popup_deleted'));
    const undo = await popup.button('Undo');
    await popup.page.waitForFunction((button) => button === document.activeElement, {}, undo);
    expect(await popup.page.$('figure img')).toBeNull();
    await popup.press('Undo');
    expect((await popup.picture()).alt).toBe('a boat');
    await popup.page.reload();
    expect((await popup.picture()).alt).toBe('a boat');
  });

  test('Copy puts it on the clipboard as PNG', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await grantClipboard();
    await popup.generate('a boat');
    await popup.picture();
    await popup.press('Copy');
    await popup.status(words('popup_copied'));
    expect(await copied(popup)).toEqual({ types: ['image/png'], width: 1024, height: 1024 });
  });

  test('dragged out, it is a file with its name', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await popup.picture();
    const offered = await popup.page.$eval('figure img', (image) => {
      const dataTransfer = new DataTransfer();
      image.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
      return dataTransfer.getData('DownloadURL');
    });
    expect(offered).toMatch(
      /^image\/png:\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d a boat\.png:blob:chrome-extension:/,
    );
  });

  test('a warning says what the service did not honour', async () => {
    await stage.connect({ huggingface: false });
    const popup = await stage.openToolbarPopup();
    const request = { prompt: 'a boat', style: 'none' as const, negativePrompt: 'fog', seed: 7 };
    await send(popup.page, 'updateSettings', { patch: { puter: { model: 'gpt-image-1-mini' } } });
    await send(popup.page, 'generate', { origin: 'popup', request });
    await popup.picture();
    const text = await howMade(popup);
    expect(text).toContain(words('popup_warning_seed_ignored', 'Puter'));
    expect(text).not.toMatch(/Seed\s7/);
  });
});

describe('several pictures at once', () => {
  test('Generate while one runs starts another; each can be looked at, and cancelled by its own button', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang', 'pass']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await stage.lab.waitForRequest(() => asked().length === 1);
    await popup.generate('two');
    await pictureOf(popup, 'two');
    await popup.press('one', 'ul');
    await popup.press('Cancel');
    await popup.status(words('progress_cancelled'));
    expect(await popup.text()).toContain(words('popup_cancelled_charged', 'Hugging Face'));
    const jobs = await readJobs(popup.page);
    expect(jobs.map((job) => [job.request.prompt, job.status])).toEqual([
      ['two', 'succeeded'],
      ['one', 'cancelled'],
    ]);
  });

  test('another can be cancelled from the strip', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await stage.lab.waitForRequest(() => asked().length === 1);
    await popup.generate('two');
    await stage.lab.waitForRequest(() => asked().length === 2);
    await popup.press(words('popup_cancel_named', 'one'));
    await stage.lab.waitForRequest(({ host, closedEarly }) => host === ROUTER && closedEarly);
    await popup.page.waitForFunction(() => document.querySelectorAll('.strip-list > li').length === 1);
    await popup.press('Cancel');
  });

  test('four of one press wait in their order, and Cancel all ends them', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await openMore(popup);
    for (let more = 1; more < 4; more += 1) await popup.press(words('popup_pictures_more'));
    await popup.write('a boat');
    await popup.press(words('popup_generate_several', 4));
    await stage.lab.waitForRequest(() => asked().length === 2);
    expect(new Set(asked().map(({ seed }) => seed)).size).toBe(2);
    await popup.press(words('popup_cancel_all'));
    // One after the other: the shown one may be cancelled before the others are.
    const states = async () => (await readJobs(popup.page)).map(({ status }) => status);
    await expect.poll(states, WAIT).toEqual(Array(4).fill('cancelled'));
    expect(asked()).toHaveLength(2);
  });

  test('two presses at once are one job; the next press after a while is one more, and a key that is held one press', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.write('a boat');
    const button = await popup.button('Generate');
    // In one turn of the page: pressed one by one from here, a busy machine may have them further apart than the rule says.
    await button.evaluate((element) => {
      for (let press = 0; press < 4; press += 1) (element as HTMLButtonElement).click();
    });
    await stage.lab.waitForRequest(() => asked().length === 1);
    expect(await readJobs(popup.page)).toHaveLength(1);
    // Waits for as long as the rule says; no event marks its end.
    await new Promise((over) => setTimeout(over, 650));
    await button.focus();
    await popup.page.keyboard.down('Enter');
    await stage.lab.waitForRequest(() => asked().length === 2);
    await new Promise((over) => setTimeout(over, 650));
    // A second `down` is what a browser makes of a key that is held.
    await popup.page.keyboard.down('Enter');
    await popup.page.keyboard.up('Enter');
    await popup.press(words('popup_cancel_all'));
    await popup.status(words('progress_cancelled'));
    expect(await readJobs(popup.page)).toHaveLength(2);
  });

  test('Escape closes what is open and cancels nothing', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await stage.lab.waitForRequest(() => asked().length === 1);
    await popup.press('Style');
    await popup.find('dialog', 'Style');
    await popup.page.keyboard.press('Escape');
    await popup.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    expect(await popup.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Style');
    await popup.page.keyboard.press('Escape');
    expect((await readJobs(popup.page))[0]?.status).toBe('running');
    await popup.press('Cancel');
    await popup.status(words('progress_cancelled'));
  });
});
