import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { gate } from '../lab/script.ts';
import { deleteDatabase, occupyDatabase } from './support/databases.ts';
import { downloaded } from './support/downloads.ts';
import { send } from './support/messages.ts';
import { drivePopup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs } from './support/storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from './support/tokens.ts';
import { words } from './support/words.ts';
import { CHROMIUM_BUILD } from './support/world.ts';

const stage = useStage();
const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';
const GALLERY = 'understudy-gallery';

describe('nothing is lost', () => {
  test('the popup closed while the job runs: reopened, it shows the job where it is, then the picture', async () => {
    await stage.connect();
    const { step, open } = gate();
    stage.lab.answer({ host: ROUTER }, [step]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    await popup.page.close();
    const again = await stage.openToolbarPopup();
    await again.button('Cancel');
    open();
    expect(await again.picture()).toMatchObject({ provider: 'huggingface', alt: 'a red fox' });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
  });

  test('the popup closed until the job is done: the picture waits', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, [{ delayMs: 500, of: 'pass' }]);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    await popup.page.close();
    await stage.lab.waitForRequest(({ host, answeredAt }) => host === ROUTER && answeredAt !== undefined);
    const again = await stage.openToolbarPopup();
    await again.picture();
  });

  test('the worker killed while the job runs: interrupted, with a Retry, and no second request by itself', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang']);
    const popup = await stage.openToolbarPopup();
    await popup.generate('a red fox');
    await stage.lab.waitForRequest(({ host }) => host === ROUTER);
    await stage.chromium.killWorker();
    await popup.alert();
    expect((await readJobs(popup.page))[0]?.status).toBe('interrupted');
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
    expect(stage.lab.requestsTo(PUTER)).toHaveLength(0);
    stage.lab.answer({ host: ROUTER }, ['pass']);
    await popup.press('Retry');
    expect((await popup.picture()).alt).toBe('a red fox');
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(2);
  });

  test('the gallery cannot take the picture: it is said, can be saved as a file, and is stored by itself as soon as it can be', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await occupyDatabase(popup.page, GALLERY);
    await popup.generate('a red fox');
    expect(await popup.alert()).toContain(words('error_STORAGE_FAILED'));
    await popup.page.waitForSelector('.failure-picture img[alt="a red fox"]');
    await popup.button(words('error_store_again'));
    const folder = await mkdtemp(join(tmpdir(), 'understudy-held-'));
    const { name, bytes } = await downloaded(stage.chromium.browser, folder, () =>
      popup.press(words('error_save_held')),
    );
    await rm(folder, { recursive: true });
    expect(name).toMatch(/ a red fox\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await deleteDatabase(popup.page, GALLERY);
    // It is tried again every 20 s.
    await popup.page.waitForSelector('figure[data-provider] img[alt="a red fox"]', { timeout: 100_000 });
    expect((await readJobs(popup.page))[0]).toMatchObject({ status: 'succeeded', provider: 'huggingface' });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(1);
  });

  test('the gallery cannot take the picture until the worker dies: it can be tried again', async () => {
    await stage.connect();
    const popup = await stage.openToolbarPopup();
    await occupyDatabase(popup.page, GALLERY);
    await popup.generate('a red fox');
    await popup.button(words('error_store_again'));
    await deleteDatabase(popup.page, GALLERY);
    await stage.chromium.killWorker();
    await popup.press(words('error_store_again'));
    await popup.press('Retry');
    await popup.picture();
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(2);
  });

  test('the worker killed while a job waits its turn: it was never sent, so it runs', async () => {
    await stage.connect();
    stage.lab.answer({ host: ROUTER }, ['hang', 'hang', 'pass']);
    const popup = await stage.openToolbarPopup();
    for (const prompt of ['one', 'two', 'three']) {
      await send(popup.page, 'generate', { request: { prompt, style: 'none' }, origin: 'popup' });
    }
    await stage.lab.waitForRequest(() => stage.lab.requestsTo(ROUTER).length === 2);
    await stage.chromium.killWorker();
    expect((await popup.picture()).alt).toBe('three');
    const jobs = await readJobs(popup.page);
    expect(Object.fromEntries(jobs.map((job) => [job.request.prompt, job.status]))).toEqual({
      one: 'interrupted',
      two: 'interrupted',
      three: 'succeeded',
    });
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(3);
  });

  test('the browser killed and started again while the job runs: interrupted, and it says so', async () => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'understudy-restart-'));
    const lab = await startLab();
    const options = { lab, extensionDir: CHROMIUM_BUILD, userDataDir };
    lab.answer({ host: ROUTER }, ['hang']);
    const first = await launchChromium(options);
    const page = await first.openPopup();
    await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await send(page, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
    await page.reload();
    await drivePopup(page).generate('a red fox');
    await lab.waitForRequest(({ host }) => host === ROUTER);
    await first.kill();

    const second = await launchChromium(options);
    const popup = drivePopup(await second.openPopup());
    await popup.alert();
    expect((await readJobs(popup.page))[0]).toMatchObject({
      status: 'interrupted',
      request: { prompt: 'a red fox' },
    });
    expect(lab.requestsTo(ROUTER)).toHaveLength(1);
    await second.close();
    await lab.close();
    await rm(userDataDir, { recursive: true, force: true });
  });
});
