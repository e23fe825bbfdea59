import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { send } from './support/messages.ts';
import { drivePopup, type Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, writeStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const PICTURE_CDN = 'v3.fal.media';

const stage = useStage({ grantedOrigins: [`https://${PICTURE_CDN}/*`] });

/** What was asked of the router, oldest first. */
const asked = () => stage.lab.requestsTo(ROUTER).map(({ bodyText }) => JSON.parse(bodyText || '{}'));
const pictureOf = (popup: Popup, prompt: string) => popup.page.waitForSelector(`figure img[alt="${prompt}"]`);
const radio = (popup: Popup, name: string) =>
  popup.page.waitForSelector(`::-p-aria([name="${name}"][role="radio"])`);

/** Runs in the browser: `navigator.onLine` from now on, and the event that says so. */
function tellOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
  globalThis.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

async function openMore(popup: Popup): Promise<void> {
  await popup.page.click('details > summary');
}

async function typeInto(popup: Popup, name: string, text: string): Promise<void> {
  const box = await popup.page.waitForSelector(`::-p-aria([name="${name}"][role="textbox"])`);
  await box?.focus();
  await popup.page.keyboard.type(text);
}

describe('what the picture should be', () => {
  test('a style by the arrow keys, a shape, a seed and what to leave out reach the wire, and stay for the next time', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openPopup();
    await popup.write('a lighthouse');
    await popup.page.keyboard.press('Tab');
    for (const _ of ['photo', 'illustration', 'watercolour']) await popup.page.keyboard.press('ArrowRight');
    const chosen = await popup.page.$eval(
      'input[name="style"]:checked',
      (input) => (input as HTMLInputElement).value,
    );
    expect(chosen).toBe('watercolor');
    await openMore(popup);
    await (await radio(popup, 'Portrait 832 × 1216'))?.evaluate((input) =>
      (input as HTMLInputElement).click(),
    );
    await typeInto(popup, 'Seed', '41');
    await typeInto(popup, 'Leave out', 'fog');
    await popup.press('Generate');
    await popup.picture();
    const [first] = asked();
    expect(first).toMatchObject({ size: '832x1216', seed: 41 });
    expect(first.prompt).toMatch(/^a lighthouse, watercolour painting/);
    expect(await popup.text()).toContain(words('popup_made_with_seed', 41));

    await popup.page.reload();
    await popup.button('Generate');
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a lighthouse');
    expect(
      await popup.page.$eval('input[name="style"]:checked', (input) => (input as HTMLInputElement).value),
    ).toBe('watercolor');
  });

  test('a seed that is none is refused beside its field, which opens by itself', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    await openMore(popup);
    await typeInto(popup, 'Seed', 'seven');
    await openMore(popup);
    await popup.generate('a boat');
    await popup.alert(words('problem_SEED_INVALID'));
    const seed = await popup.page.waitForSelector('::-p-aria([name="Seed"][role="textbox"])', {
      visible: true,
    });
    expect(await seed?.evaluate((input) => (input as HTMLInputElement).value)).toBe('seven');
    expect(stage.lab.log.filter(({ host }) => host === ROUTER)).toEqual([]);
  });

  test('Again: the same seed with the same settings, another with a new one', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.picture();
    const { seed } = asked()[0];
    expect(Number.isInteger(seed)).toBe(true);
    expect(await popup.text()).toContain(words('popup_made_with_seed', seed));
    await popup.press(words('popup_again_same'));
    await stage.lab.waitForRequest(() => asked().length === 2);
    await popup.button(words('popup_again_new_seed'));
    await popup.press(words('popup_again_new_seed'));
    await stage.lab.waitForRequest(() => asked().length === 3);
    const [first, same, other] = asked();
    expect(same).toEqual(first);
    expect(other.seed).not.toBe(seed);
    expect({ ...other, seed }).toEqual(first);
    await popup.page.waitForFunction(
      (text) => document.body.innerText.includes(text),
      {},
      words('popup_made_with_seed', other.seed),
    );
  });
});

describe('what can be done with the picture', () => {
  let downloads: string;
  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'understudy-downloads-'));
  });
  afterAll(() => rm(downloads, { recursive: true, force: true }));

  async function bytesShown({ page }: Popup): Promise<Buffer> {
    const numbers = await page.$eval('figure img', async (image) => {
      const blob = await (await fetch((image as HTMLImageElement).src)).blob();
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    return Buffer.from(numbers);
  }

  test('Save writes the bytes under a name that says when and what', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    const session = await stage.chromium.browser.target().createCDPSession();
    const ended = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve());
    });
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
      eventsEnabled: true,
    });
    await popup.generate('../a "red" fox: in/the snow?');
    await popup.picture();
    await popup.press('Save');
    await popup.status(words('popup_saved'));
    await ended;
    const [name = '', ...others] = await readdir(downloads);
    expect(others).toEqual([]);
    expect(name).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d a red fox in the snow\.png$/);
    const saved = await readFile(join(downloads, name));
    expect(saved.subarray(1, 4).toString()).toBe('PNG');
    expect(saved.equals(await bytesShown(popup))).toBe(true);
    await session.detach();
  });

  test('Copy puts it on the clipboard as PNG', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    const origin = `chrome-extension://${stage.chromium.extensionId}`;
    await stage.chromium.browser
      .defaultBrowserContext()
      .setPermission(
        origin,
        { permission: { name: 'clipboard-read' }, state: 'granted' },
        { permission: { name: 'clipboard-write' }, state: 'granted' },
      );
    await popup.generate('a boat');
    await popup.picture();
    await popup.press('Copy');
    await popup.status(words('popup_copied'));
    const copied = await popup.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      const bitmap = blob && (await createImageBitmap(blob));
      return { types: item?.types, width: bitmap?.width, height: bitmap?.height };
    });
    expect(copied).toEqual({ types: ['image/png'], width: 1024, height: 1024 });
  });

  test('dragged out, it is a file with its name', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
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

  test('what the service did not honour is said beside it', async () => {
    await stage.connect({ huggingface: false });
    const popup = await stage.openPopup();
    const request = { prompt: 'a boat', style: 'none' as const, negativePrompt: 'fog', seed: 7 };
    await send(popup.page, 'updateSettings', { patch: { puter: { model: 'gpt-image-1-mini' } } });
    await send(popup.page, 'generate', { origin: 'popup', request });
    await popup.picture();
    const text = await popup.text();
    expect(text).toContain(words('popup_warning_seed_ignored', 'Puter'));
    expect(text).not.toContain(words('popup_made_with_seed', 7));
  });
});

describe('several pictures at once', () => {
  test('Start another keeps the first, which can be looked at again', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang', 'pass']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await stage.lab.waitForRequest(() => asked().length === 1);
    await popup.press(words('popup_start_another'));
    await popup.generate('two');
    await pictureOf(popup, 'two');
    expect(await popup.text()).toContain(words('popup_also_running'));
    await popup.press(words('popup_view_named', 'one'));
    await popup.button('Cancel');
    await popup.press('Cancel');
    await popup.status(words('progress_cancelled'));
    const jobs = await readJobs(popup.page);
    expect(jobs.map((job) => [job.request.prompt, job.status])).toEqual([
      ['two', 'succeeded'],
      ['one', 'cancelled'],
    ]);
  });

  test('another can be cancelled from where it is listed', async () => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('one');
    await popup.press(words('popup_start_another'));
    await popup.generate('two');
    await stage.lab.waitForRequest(() => asked().length === 2);
    await popup.press(words('popup_cancel_named', 'one'));
    await stage.lab.waitForRequest(({ host, closedEarly }) => host === ROUTER && closedEarly);
    await popup.page.waitForFunction(
      (text) => !document.body.innerText.includes(text),
      {},
      words('popup_also_running'),
    );
    await popup.press('Cancel');
  });
});

describe('what went wrong, and the button that helps', () => {
  const refusal = (status: number, error: string) => ({ status, json: { error } });

  test('a wait the service named counts down, then Retry can be pressed', async () => {
    await stage.connect({ puter: false });
    const limited = { ...refusal(429, 'slow down'), headers: { 'retry-after': '2' } };
    stage.lab.answer({ host: ROUTER }, [limited, 'pass']);
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.alert(words('error_RATE_LIMIT', 'Hugging Face'));
    const waiting = await popup.button(words('error_retry_in', '0:02'));
    expect(await waiting.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    const retry = await popup.button('Retry');
    expect(await retry.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(false);
    await retry.click();
    await popup.picture();
    expect(asked()).toHaveLength(2);
  });

  test.each([
    [
      '401',
      refusal(401, 'Invalid username or password.'),
      'error_options_huggingface',
      'options.html#huggingface',
    ],
    [
      '402',
      refusal(402, 'You have depleted your monthly included credits.'),
      'error_link_billing',
      'huggingface.co/settings/billing',
    ],
    [
      '403 for want of a permission',
      refusal(
        403,
        'This authentication method does not have sufficient permissions to call Inference Providers',
      ),
      'error_link_new_token',
      'huggingface.co/settings/tokens/new',
    ],
  ])('%s: its button leads to where it is mended', async (_status, answer, label, address) => {
    await stage.connect({ puter: false });
    stage.lab.answer({ host: ROUTER }, [answer]);
    const popup = await stage.openPopup();
    await popup.generate('a boat');
    await popup.alert();
    const [button] = await popup.page.$$(
      `::-p-xpath(//button[contains(normalize-space(.), "${words(label)}")])`,
    );
    await button?.click();
    await stage.chromium.browser.waitForTarget((target) => target.url().includes(address));
  });

  test('a model that no source has: nothing is paid, and Find a model chooses another', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openPopup();
    await writeStorage(popup.page, { 'popup:draft': { prompt: 'a boat', model: 'nobody/has-this' } });
    await popup.page.reload();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat');
    await popup.press('Generate');
    await popup.alert();
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    const [find] = await popup.page.$$(
      `.failure ::-p-aria([name="${words('popup_find_model')}"][role="button"])`,
    );
    await find?.click();
    const search = await popup.page.waitForSelector('::-p-aria([role="searchbox"])');
    await search?.type('Qwen');
    await popup.press(words('popup_use_named', 'Qwen/Qwen-Image'));
    await popup.press('Generate');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toContain('qwen-image');
  });

  test('a picture out of reach: allowed and fetched, without a second paid request', async () => {
    await stage.connect({ puter: false });
    stage.lab.cdn.cors = false;
    const popup = await stage.openPopup();
    const { value } = (await send(popup.page, 'readSettings', {})) as {
      value: { huggingface: { routeOrder: string[] } };
    };
    const routeOrder = ['fal-ai', ...value.huggingface.routeOrder.filter((route) => route !== 'fal-ai')];
    await send(popup.page, 'updateSettings', { patch: { huggingface: { routeOrder } } });
    await popup.generate('a boat');
    await popup.alert(words('error_PICTURE_UNREACHABLE'));
    const paid = () => stage.lab.requestsTo(ROUTER).filter(({ method }) => method === 'POST');
    expect(paid()).toHaveLength(1);
    await popup.press(words('error_allow_and_fetch', PICTURE_CDN));
    expect(await popup.picture()).toMatchObject({ provider: 'huggingface', alt: 'a boat' });
    expect(paid()).toHaveLength(1);
    expect(
      stage.lab.requestsTo(PICTURE_CDN).every(({ headers }) => headers.authorization === undefined),
    ).toBe(true);
    expect((await readJobs(popup.page))[0]?.status).toBe('succeeded');
    expect(stage.lab.violations).toEqual([]);
  });

  test('a picture out of reach and not allowed: said, and it can still be allowed', async () => {
    await stage.connect({ puter: false });
    stage.lab.cdn.cors = false;
    const popup = drivePopup(await stage.chromium.openPage('/popup.html', { permissions: 'refused' }));
    await writeStorage(popup.page, {
      'popup:draft': { prompt: 'a boat', model: 'ByteDance/SDXL-Lightning' },
    });
    await popup.page.reload();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat');
    await popup.press('Generate');
    await popup.press(words('error_allow_and_fetch', 'replicate.delivery'));
    await popup.status(words('error_not_allowed'));
    await popup.button(words('error_allow_and_fetch', 'replicate.delivery'));
  });

  test('offline: nothing is sent, and the popup waits to be online', async () => {
    await stage.connect();
    const popup = await stage.openPopup();
    const worker = await (await stage.chromium.serviceWorkerTarget()).worker();
    const setOnline = async (online: boolean) => {
      // What the browser tells page and worker; cutting a worker's network from here is not reliable.
      for (const place of [worker, popup.page]) await place?.evaluate(tellOnline, online);
    };
    await setOnline(false);
    await popup.generate('a boat');
    await popup.alert(words('error_OFFLINE'));
    const waiting = await popup.button(words('error_wait_online'));
    expect(await waiting.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    expect([...stage.lab.requestsTo(ROUTER), ...stage.lab.requestsTo(PUTER)]).toEqual([]);
    await setOnline(true);
    await popup.status(words('error_online_again'));
    await popup.press('Retry');
    expect((await popup.picture()).alt).toBe('a boat');
  });

  test('a background that never answers is said', async () => {
    const page = await stage.chromium.browser.newPage();
    await page.evaluateOnNewDocument('chrome.runtime.sendMessage = () => new Promise(() => {});');
    await page.goto(`chrome-extension://${stage.chromium.extensionId}/popup.html`);
    expect(await drivePopup(page).alert()).toContain(words('popup_silent'));
  });
});
