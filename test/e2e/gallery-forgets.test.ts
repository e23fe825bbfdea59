import { expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { deleteDatabase, occupyDatabase, readDatabases } from './support/databases.ts';
import { send } from './support/messages.ts';
import { drive, WAIT } from './support/page.ts';
import { drivePopup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';

interface Chrome {
  windows: {
    create(how: object): Promise<{ id: number }>;
    update(id: number, how: object): Promise<unknown>;
    remove(id: number): Promise<void>;
  };
  action: { openPopup(where: object): Promise<void> };
  storage: { session: { get(keys: null): Promise<object>; set(items: object): Promise<void> } };
}

const stage = useStage({ losesRecords: true });

/** A private window, and the popup of the toolbar button in it. */
async function openPrivateWindow() {
  const { inWorker, browser } = stage.chromium;
  const id = await inWorker(async () => {
    const { windows } = (globalThis as unknown as { chrome: Chrome }).chrome;
    return (await windows.create({ incognito: true, url: 'about:blank' })).id;
  });
  return {
    async open() {
      const known = new Set(browser.targets());
      const opened = browser.waitForTarget(
        (target) => !known.has(target) && target.url().includes('/popup.html'),
        WAIT,
      );
      await inWorker(async (windowId) => {
        const { windows, action } = (globalThis as unknown as { chrome: Chrome }).chrome;
        await windows.update(windowId, { focused: true });
        await action.openPopup({ windowId });
      }, id);
      return (await opened).asPage();
    },
    close: () =>
      inWorker(async (windowId) => {
        await (globalThis as unknown as { chrome: Chrome }).chrome.windows.remove(windowId);
      }, id),
  };
}

test('all pictures are deleted after a question, which keeps the favourites', async () => {
  await stage.connect();
  const page = await stage.chromium.openPage('/gallery.html');
  const ids: string[] = [];
  for (const prompt of ['one', 'two']) {
    const reply = await send(page, 'generate', { origin: 'popup', request: { prompt, style: 'none' } });
    ids.push(reply.ok ? reply.value.jobId : '');
    const last = async () => (await readJobs(page)).find(({ id }) => id === ids.at(-1))?.status;
    await expect.poll(last, WAIT).toBe('succeeded');
  }
  await send(page, 'favourPictures', { ids: ids.slice(1), favourite: true });
  const options = await stage.openOptions();
  await options.page.goto(new URL('/options.html#pictures', options.page.url()).href);
  const driver = drive(options.page);
  await driver.press('Delete all my pictures and jobs');
  await driver.shows('Delete all 2 pictures?');
  expect(await options.page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel');
  expect(
    await findBarriers(options.page, [
      { scheme: 'light', width: 1280 },
      { scheme: 'dark', width: 640 },
    ]),
  ).toEqual([]);
  await driver.press('Delete the others: 1');
  await page.bringToFront();
  await drive(page).shows('1 picture');
  const left = () =>
    page.$$eval('figure[data-provider] img', (images) =>
      images.map((image) => (image as HTMLImageElement).alt),
    );
  await page.reload();
  await expect.poll(left, WAIT).toEqual(['two']);
  expect((await readJobs(page)).map(({ id }) => id)).toEqual(ids.slice(1));
});

test('what a private window asks for is handed out while it lasts, and written nowhere', async () => {
  await stage.connect();
  const normal = await stage.openPopup();
  const { open, close } = await openPrivateWindow();
  const popup = drivePopup(await open());
  await popup.generate('a hushed fox');
  expect((await popup.picture()).alt).toBe('a hushed fox');
  await popup.press('Again');
  await expect.poll(async () => stage.lab.requestsTo('router.huggingface.co').length, WAIT).toBe(2);
  await popup.write('a hushed boat');
  const written = async () => JSON.stringify(await readStorage(normal.page));
  await normal.write('a plain sea');
  await expect.poll(written, WAIT).toContain('a plain sea');
  // What was selected in a private window is for a page of such a window.
  await normal.page.evaluate(() => {
    const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
    return storage.session.set({ 'composer:hand-over:private': { quote: 'a hushed quote' } });
  });
  await popup.page.waitForFunction(() => document.body.innerText.includes('a hushed quote'), WAIT);
  for (const text of [
    await written(),
    await readDatabases(normal.page),
    await normal.page.evaluate(() => document.body.innerHTML),
  ])
    expect(text).not.toMatch(/hushed|"job:/);
  await close();
  const left = () =>
    normal.page.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
      return JSON.stringify(await storage.session.get(null));
    });
  await expect.poll(left, WAIT).not.toContain('hushed');
  await stage.chromium.killWorker();
  const kept = await send(normal.page, 'galleryState', {});
  expect(kept).toMatchObject({ ok: true, value: { pictures: 0 } });
});

test('a gallery of a newer version is left as it is, and it is said', async () => {
  const page = await stage.chromium.openPage('/manifest.json');
  await occupyDatabase(page, 'understudy-gallery');
  const gallery = await stage.chromium.openPage('/gallery.html');
  await drive(gallery).shows('A newer version of Understudy wrote this gallery.');
  const version = await page.evaluate(
    async () => (await indexedDB.databases()).find(({ name }) => name === 'understudy-gallery')?.version,
  );
  expect(version).toBe(1000);
  await gallery.close();
  await deleteDatabase(page, 'understudy-gallery');
});
