import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMetadata } from '../../src/gallery/metadata/read-metadata.ts';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Display, hasDisplayTools, startDisplay } from '../browser/display.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { gate } from '../lab/script.ts';
import { makePicture } from './support/make-picture.ts';
import { send, untilAnswered } from './support/messages.ts';
import { driveOptions } from './support/options.ts';
import { drive, WAIT } from './support/page.ts';
import { readJobs, startAfresh, writeStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';
import { badgeOf, typeBehindKeyword } from './support/worker.ts';
import { CHROMIUM_BUILD } from './support/world.ts';

const WORDS = 'A red fox sat in the snow.';
const STORY = `data:text/html,<!doctype html><title>Story</title><p id="text">${WORDS}</p>`;

/** Takes what is dropped on it, as the form of a web page does. */
const TAKER = `data:text/html,<!doctype html><title>Taker</title><body style="height:100vh;margin:0"><script>
  addEventListener('dragover', (event) => { event.preventDefault(); document.title = 'over'; });
  addEventListener('drop', async (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    taken = file ? [file.type, ...new Uint8Array(await file.arrayBuffer())] : ['nothing'];
  });
</script>`;

// Where the tests are all there is, as in a workflow, it fails for want of a display; on other machines it is left out.
const isPossible = (await hasDisplayTools()) || process.env.CI !== undefined;

describe.skipIf(!isPossible)('in a real window, with a real mouse and keyboard', () => {
  let [lab, display, chromium, desk] = [] as unknown as [Lab, Display, Chromium, Page];

  beforeAll(async () => {
    lab = await startLab();
    display = await startDisplay();
    chromium = await launchChromium({
      lab,
      extensionDir: CHROMIUM_BUILD,
      headless: false,
      display: display.name,
    });
    desk = await chromium.openPage('/manifest.json');
    await untilAnswered(desk);
  });
  afterAll(async () => {
    await chromium?.close();
    await display?.close();
    await lab?.close();
  });
  beforeEach(async () => {
    for (const other of await chromium.openPages()) if (other !== desk) await other.close();
    await startAfresh(desk, () => chromium.killWorker());
    lab.reset();
    await send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
  });

  /** Selects the words of a page and chooses *Sketch* in the browser's menu of a right click on them. */
  async function chooseSketch(): Promise<void> {
    const page = await chromium.browser.newPage();
    await page.goto(STORY);
    await page.bringToFront();
    const point = await page.evaluate(() => {
      const text = document.getElementById('text') as HTMLElement;
      getSelection()?.selectAllChildren(text);
      const { left, top } = text.getBoundingClientRect();
      return { x: left + 20, y: top + 8 };
    });
    await display.rightClick(page, point);
    // First letters: of *Generate image from selection*, whose styles open beside it, and of the only style with an S.
    await display.opened(() => display.press(words('menu_selection').charAt(0).toLowerCase()));
    await display.press('Right');
    await display.press(words('style_sketch').charAt(0).toLowerCase());
  }

  /** The side panel, once it opens. The browser opens it for a press alone: what a test can send to the worker opens none. */
  async function openedPanel(): Promise<Page> {
    const isPanel = (target: { url(): string }) => target.url().endsWith('/sidepanel.html');
    const target = await chromium.browser.waitForTarget(isPanel, { timeout: WAIT.timeout });
    return target.asPage();
  }

  test('a style in the menu of selected text: the side panel opens with the words as a quote, in that style', async () => {
    await chooseSketch();
    const panel = await openedPanel();
    const quote = await panel.waitForSelector('blockquote', WAIT);
    expect(await quote?.evaluate((one) => one.textContent)).toBe(WORDS);
    await panel.waitForSelector(`[data-opens="style"] [data-value="${words('style_sketch')}"]`, WAIT);
    await panel.waitForFunction(() => document.activeElement?.id === 'prompt', WAIT);
    expect(await readJobs(desk)).toEqual([]);
    await panel.close();
  });

  test('words behind the keyword in the address bar are the prompt of the side panel; blanks leave what is there', async () => {
    await writeStorage(desk, { 'popup:draft': { prompt: 'an owl' } });
    // In a tab of its own each time: what was typed stays in the address bar.
    const type = async (text: string) => {
      const page = await chromium.browser.newPage();
      await page.goto(STORY);
      await page.bringToFront();
      await display.typeInAddressBar(text);
    };
    await type('understudy    ');
    const panel = await openedPanel();
    const prompt = (is: string) =>
      panel.waitForFunction(
        (wanted) => document.querySelector<HTMLTextAreaElement>('#prompt')?.value === wanted,
        WAIT,
        is,
      );
    await prompt('an owl');
    await type('understudy a red fox');
    await prompt('a red fox');
    // Back comes what was there: had the blanks been taken for words, it were those.
    await drive(panel).press(words('common_undo'));
    await prompt('an owl');
    await panel.waitForFunction(() => document.activeElement?.id === 'prompt', WAIT);

    // More than anybody types, but not more than somebody pastes: it is whole, and refused in words.
    const long = 'a fox in the snow '.repeat(2_778).trim();
    await typeBehindKeyword({ chromium }, long);
    await prompt(long);
    await drive(panel).press('Generate');
    await drive(panel).alert(words('problem_PROMPT_TOO_LONG'));
    expect([await readJobs(desk), lab.requestsTo('router.huggingface.co')]).toEqual([[], []]);
    await panel.close();
  });

  test('straight away: the button counts, a notification says why it failed, Retry on it makes the picture, which it shows', async () => {
    await send(desk, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
    const options = driveOptions(await chromium.openPage('/options.html#shortcuts'));
    const wanted = words('options_notifications_enabled');
    await options.toggleIn('#notifications', wanted);
    await options.page.waitForSelector('#notifications input:checked', WAIT);
    // While a page of ours shows a picture, nobody is told of it.
    await options.page.close();

    const busy = gate({ status: 503, json: { error: 'Model too busy' } });
    lab.answer({ host: 'router.huggingface.co' }, [busy.step]);
    await chooseSketch();
    await expect.poll(() => badgeOf(desk), WAIT).toBe('1');
    const reason = await display.opened(async () => busy.open());
    expect(await badgeOf(desk)).toBe('!');
    expect(await readJobs(desk)).toMatchObject([{ status: 'failed', origin: 'selection' }]);

    lab.answer({ host: 'router.huggingface.co' }, ['pass']);
    // Its one button stands in its lower left corner.
    const picture = await display.opened(() =>
      display.click({ x: reason.x + 46, y: reason.y + reason.height - 27 }),
    );
    expect(picture.height).toBeGreaterThan(reason.height);
    expect(await readJobs(desk)).toMatchObject([{ status: 'succeeded' }, { status: 'failed' }]);

    await display.click({ x: picture.x + picture.width / 2, y: picture.y + picture.height / 2 });
    const isGallery = (target: { url(): string }) => target.url().includes('/gallery.html?picture=');
    const shown = await chromium.browser.waitForTarget(isGallery, { timeout: WAIT.timeout });
    const gallery = await shown.asPage();
    await gallery.waitForSelector(`img[alt*="${WORDS}"]`, WAIT);
    await expect.poll(() => badgeOf(desk), WAIT).toBe('');
    expect(lab.requestsTo('router.huggingface.co')).toHaveLength(2);
  });

  test('a picture dragged out of the gallery, opened or off the wall, is the file with its settings', async () => {
    const id = await makePicture(desk, 'a boat', { seed: 7 });
    const place = async (page: Page, left: number) => {
      const session = await page.createCDPSession();
      const { windowId } = await session.send('Browser.getWindowForTarget');
      await session.send('Browser.setWindowBounds', {
        windowId,
        bounds: { left, top: 0, width: 640, height: 800 },
      });
      await page.waitForFunction((x) => Math.abs(screenX - x) < 20 && outerWidth === 640, WAIT, left);
      await session.detach();
    };
    const dragged = async (path: string, selector: string) => {
      const gallery = await chromium.openPage(path);
      await place(gallery, 640);
      const taker = await chromium.browser.newPage();
      await taker.goto(TAKER);
      await place(taker, 0);
      await gallery.bringToFront();
      const image = await gallery.waitForSelector(selector, WAIT);
      await gallery.waitForFunction((one) => (one as HTMLImageElement)?.complete, WAIT, image);
      const { x, y, width, height } = (await image?.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const before = await image?.evaluate((one) => (one as HTMLImageElement).src);
      await display.hold(gallery, { x: x + width / 2, y: y + height / 2 });
      await gallery.waitForFunction(
        (one, old) => (one as HTMLImageElement).src !== old && (one as HTMLImageElement).complete,
        WAIT,
        image,
        before,
      );
      await display.carry(taker, { x: 200, y: 400 });
      // A busy browser begins the drag late, and hears only of the movements after that.
      let step = 0;
      const moved = async () => {
        step += 1;
        await display.carry(taker, { x: 200 + (step % 2) * 20, y: 400 });
        return taker.title();
      };
      await expect.poll(moved, WAIT).toBe('over');
      await display.drop();
      const taken = await taker.waitForFunction(() => (globalThis as { taken?: [string] }).taken, WAIT);
      const [type, ...bytes] = (await taken.jsonValue()) as unknown as [string, ...number[]];
      await taker.close();
      await gallery.close();
      return { type, ...(await readMetadata(new Uint8Array(bytes))) };
    };
    const whole = { type: 'image/png', prompt: 'a boat', seed: 7, width: 1024, height: 1024 };
    expect(await dragged(`/gallery.html?picture=${id}`, 'img.opened-image[src^="blob:"]')).toMatchObject(
      whole,
    );
    expect(await dragged('/gallery.html', '.tile img[src]')).toMatchObject(whole);
  });
});
