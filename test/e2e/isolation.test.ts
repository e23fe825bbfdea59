import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../lab/lab.ts';
import { gate } from '../lab/script.ts';
import { lookAround, NOTHING_BUT_PUTER } from './support/look-around.ts';
import { WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';
import { PUTER_TOKEN } from './support/tokens.ts';

const ROUTER = 'router.huggingface.co';
const PUTER = { host: 'api.puter.com', path: '/drivers/call' };
const callsToPuter = () => stage.lab.requestsTo(PUTER.host, PUTER.path);
const isCall = ({ host, path }: LogEntry) => host === PUTER.host && path === PUTER.path;

const stage = useStage();

async function offscreenDocument(): Promise<Page> {
  const target = await stage.chromium.browser.waitForTarget((one) => one.url().endsWith('/offscreen.html'));
  return target.asPage();
}

/** The frame is in a process of its own, of which the driver hears later than the lab of its request. */
const puterFrame = (document: Page): Promise<Frame> =>
  document.waitForFrame((one) => one.url().endsWith('/puter.html'), WAIT);

describe("puter.js's page", () => {
  test('is opened while Hugging Face is asked, and asks nothing by itself', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    await stage.chromium.browser.waitForTarget((one) => one.url().endsWith('/puter.html'));
    expect(stage.lab.requestsTo(ROUTER).length).toBeLessThanOrEqual(1);
    expect(stage.lab.requestsTo(PUTER.host)).toEqual([]);
    await popup.press('Cancel');
  });

  test('can reach only Puter, and cannot be read from outside', async () => {
    await stage.connect({ huggingface: false });
    stage.lab.answer(PUTER, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(isCall);
    const document = await offscreenDocument();
    expect(await (await puterFrame(document)).evaluate(lookAround)).toEqual(NOTHING_BUT_PUTER);
    expect([...new Set(stage.lab.log.map(({ host }) => host))]).toEqual([PUTER.host]);

    const seesPuter = () => ['puter' in globalThis, 'puter_socket_enabled' in globalThis];
    expect(await stage.chromium.inWorker(seesPuter)).toEqual([false, false]);
    for (const page of [document, popup.page]) expect(await page.evaluate(seesPuter)).toEqual([false, false]);
    // The document around it is a page of the extension, and has next to none of its APIs.
    expect(
      await document.evaluate(() => 'storage' in (globalThis as never as { chrome: object }).chrome),
    ).toBe(false);
    await popup.press('Cancel');
  });

  test('is given the one token, and goes with the picture', async () => {
    await stage.connect({ huggingface: false });
    const { step, open } = gate();
    stage.lab.answer(PUTER, [step]);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    const asked = await stage.lab.waitForRequest(isCall);
    expect(JSON.parse(asked.bodyText).auth_token).toBe(PUTER_TOKEN);
    expect(asked.headers).toMatchObject({ origin: 'null' });
    expect(asked.headers.cookie).toBeUndefined();
    const document = await offscreenDocument();
    open();
    expect((await popup.picture()).provider).toBe('puter');
    const frames = () => document.$$eval('iframe', ({ length }) => length);
    await expect.poll(frames, WAIT).toBe(0);
    expect(callsToPuter()).toHaveLength(1);
  });

  test('that dies while Puter is asked: said, not asked again by itself, and Retry asks once', async () => {
    await stage.connect({ huggingface: false });
    stage.lab.answer(PUTER, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(isCall);
    await (await offscreenDocument()).evaluate(() => globalThis.close());
    await popup.alert();
    const [job] = await readJobs(popup.page);
    expect(job?.status).toBe('failed');
    expect(JSON.stringify(job?.error)).toContain('NETWORK_ERROR');
    expect(callsToPuter()).toHaveLength(1);
    stage.lab.answer(PUTER, ['pass']);
    await popup.press('Retry');
    expect((await popup.picture()).provider).toBe('puter');
    expect(callsToPuter()).toHaveLength(2);
  });

  test('whose worker is stopped while Puter is asked: interrupted, the request ended, nothing sent by itself', async () => {
    await stage.connect({ huggingface: false });
    stage.lab.answer(PUTER, ['hang']);
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(isCall);
    await stage.chromium.killWorker();
    await expect.poll(async () => (await readJobs(popup.page))[0]?.status).toBe('interrupted');
    await stage.lab.waitForRequest((entry) => isCall(entry) && entry.closedEarly);
    expect(callsToPuter()).toHaveLength(1);
    stage.lab.answer(PUTER, ['pass']);
    await popup.press('Retry');
    expect((await popup.picture()).provider).toBe('puter');
  });

  test('sends its request once over a connection that is reset after it was read', async () => {
    await stage.connect({ huggingface: false });
    const popup = await stage.openPopup();
    await popup.generate('a red fox');
    await popup.picture();
    // The connection was used before: the browser itself would send a plain body again.
    stage.lab.answer(PUTER, ['reset']);
    await popup.generate('a blue fox');
    await popup.alert();
    const [job] = await readJobs(popup.page);
    // Which of the two it is depends on which of Chromium's processes comes first: see sendOnce.
    if (job?.status !== 'interrupted')
      expect([job?.status, JSON.stringify(job?.error)]).toEqual([
        'failed',
        expect.stringContaining('NETWORK_ERROR'),
      ]);
    expect(callsToPuter().map(({ bodyText }) => JSON.parse(bodyText).args.prompt)).toEqual([
      'a red fox',
      'a blue fox',
    ]);
  });

  test('two at once have a page each', async () => {
    await stage.connect({ huggingface: false });
    const [one, two] = [gate(), gate()];
    stage.lab.answer(PUTER, [one.step, two.step]);
    await (await stage.openPopup()).generate('a red fox');
    await stage.lab.waitForRequest(isCall);
    const other = await stage.openPopup();
    await other.generate('a blue fox');
    await expect.poll(() => callsToPuter().length).toBe(2);
    one.open();
    two.open();
    expect((await other.picture()).alt).toBe('a blue fox');
    expect(callsToPuter().map(({ bodyText }) => JSON.parse(bodyText).args.prompt)).toEqual([
      'a red fox',
      'a blue fox',
    ]);
  });
});
