import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { grant, withdraw } from './hub/support/permissions.ts';
import { pressElement } from './support/element.ts';
import { send } from './support/messages.ts';
import { drivePopup, type Popup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, writeStorage } from './support/storage.ts';
import { words } from './support/words.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const PICTURE_CDN = 'v3.fal.media';

const stage = useStage();

/** Runs in the browser: `navigator.onLine` from now on, and the event that says so. */
function tellOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });
  globalThis.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

describe('what went wrong, and the button that helps', () => {
  const refusal = (status: number, error: string) => ({ status, json: { error } });

  test('a wait the service named counts down, and Retry can be pressed before', async () => {
    await stage.connect({ puter: false });
    const limited = { ...refusal(429, 'slow down'), headers: { 'retry-after': '30' } };
    stage.lab.answer({ host: ROUTER }, [limited, 'pass']);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await popup.alert(words('error_RATE_LIMIT', 'Hugging Face'));
    const retry = await popup.page.waitForFunction(
      (begun) =>
        [...document.querySelectorAll('button')].find(
          (one) => !one.disabled && one.innerText.startsWith(begun),
        ),
      { polling: 50 },
      words('error_retry_in', '0:'),
    );
    await (retry as ElementHandle<HTMLButtonElement>).click();
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(2);
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
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await pressElement(popup.page, `::-p-xpath(//button[contains(normalize-space(.), "${words(label)}")])`);
    await stage.chromium.browser.waitForTarget((target) => target.url().includes(address));
  });

  test('a request that was not accepted: what the service said is open, and the prompt can be changed', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [refusal(422, 'height must be at most 1024')]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a boat');
    await popup.alert(words('error_VALIDATION_ERROR'));
    expect(await popup.text()).toContain('height must be at most 1024');
    await popup.press(words('error_change'));
    expect(await popup.page.evaluate(() => document.activeElement?.id)).toBe('prompt');
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });

  test('nothing connected: Generate says that nothing was sent, and keeps the prompt', async () => {
    const popup = await stage.openToolbarPopup();
    await popup.button(words('popup_connect_huggingface'));
    await popup.generate('a boat');
    await popup.alert(words('popup_welcome_asked'));
    expect(await popup.page.$eval('textarea', ({ value }) => value)).toBe('a boat');
    await popup.press(words('popup_connect_puter'));
    await stage.chromium.browser.waitForTarget((target) => target.url().includes('options.html#puter'));
    expect([...stage.lab.requestsTo(ROUTER), ...stage.lab.requestsTo(PUTER)]).toEqual([]);
  });

  test('a model that no source has: nothing is paid, and Find a model chooses another', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await writeStorage(popup.page, { 'popup:draft': { prompt: 'a boat', model: 'nobody/has-this' } });
    await popup.page.reload();
    await popup.page.waitForFunction(() => document.querySelector('textarea')?.value === 'a boat');
    await popup.press('Generate');
    await popup.alert();
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    await popup.press(words('popup_find_model'), '.note-actions');
    await popup.fill(words('popup_search_label'), 'Qwen');
    await popup.press(words('popup_use_named', 'Qwen/Qwen-Image'));
    await popup.press('Generate');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)[0]?.path).toContain('qwen-image');
  });

  const paid = () => stage.lab.requestsTo(ROUTER).filter(({ method }) => method === 'POST');

  /** A picture was made, at an address for which the extension has no permission. */
  async function makeOutOfReach(): Promise<Popup> {
    await stage.connect({ puter: false });
    stage.lab.cdn.cors = false;
    const popup = await stage.openToolbarPopup();
    await withdraw(popup.page, [`https://${PICTURE_CDN}/*`]);
    const { value } = (await send(popup.page, 'readSettings', {})) as {
      value: { huggingface: { routeOrder: string[] } };
    };
    const routeOrder = ['fal-ai', ...value.huggingface.routeOrder.filter((route) => route !== 'fal-ai')];
    await send(popup.page, 'updateSettings', { patch: { huggingface: { routeOrder } } });
    await popup.generate('a boat');
    await popup.alert(words('error_PICTURE_UNREACHABLE'));
    expect(paid()).toHaveLength(1);
    return popup;
  }

  test('a picture out of reach: its address allowed while the popup is closed, it is fetched all the same', async () => {
    const popup = await makeOutOfReach();
    await popup.page.close();
    const elsewhere = await stage.chromium.openPage('/manifest.json');
    await grant(elsewhere, `https://${PICTURE_CDN}/`);
    await expect.poll(async () => (await readJobs(elsewhere))[0]?.status).toBe('succeeded');
    expect(await (await stage.openToolbarPopup()).picture()).toMatchObject({ alt: 'a boat' });
    expect(paid()).toHaveLength(1);
  });

  test('a picture out of reach: allowed and fetched, without a second paid request', async () => {
    const popup = await makeOutOfReach();
    const before = stage.lab.requestsTo(PICTURE_CDN).length;
    await popup.press(words('error_allow_and_fetch', PICTURE_CDN));
    expect(await popup.picture()).toMatchObject({ provider: 'huggingface', alt: 'a boat' });
    expect(await popup.text()).not.toContain(words('problem_NO_SUCH_JOB'));
    expect(paid()).toHaveLength(1);
    // The page and the granted permission both trigger the fetch: it happens once.
    expect(stage.lab.requestsTo(PICTURE_CDN)).toHaveLength(before + 1);
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
    const popup = await stage.openToolbarPopup();
    const setOnline = async (online: boolean) => {
      // Sets what the browser reports to page and worker, since cutting a worker's network is not reliable.
      await stage.chromium.inWorker(tellOnline, online);
      await popup.page.evaluate(tellOnline, online);
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

  test('a background that falls silent at Generate is said after two seconds, and can be cancelled', async () => {
    await stage.connect({ puter: false });
    const popup = await stage.openToolbarPopup();
    await popup.write('a boat');
    await popup.button('Model');
    await popup.page.evaluate(() => {
      type Send = (message: { name?: string }) => Promise<unknown>;
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message) =>
        message.name === 'generate' ? new Promise(() => undefined) : send(message);
    });
    const start = performance.now();
    await popup.press('Generate');
    await popup.status(words('progress_starting'));
    await popup.status(words('progress_silent'));
    expect(performance.now() - start).toBeGreaterThan(1_900);
    await popup.press('Cancel');
    await popup.page.waitForFunction(() => document.activeElement?.id === 'prompt');
    await popup.page.waitForFunction(() => document.querySelector('.progress') === null);
    expect(await popup.page.$eval('textarea', ({ value }) => value)).toBe('a boat');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
  });
});
