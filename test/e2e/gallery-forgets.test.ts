import { expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { deleteDatabase, occupyDatabase, readDatabases } from './support/databases.ts';
import { send } from './support/messages.ts';
import { drive, WAIT } from './support/page.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';

const stage = useStage({ losesRecords: true });

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
  const popup = await stage.openPopup();
  const request = { prompt: 'a secret fox', style: 'none' as const };
  await send(popup.page, 'generate', { origin: 'popup', request, isPrivate: true });
  // The popup watches the session, too.
  expect((await popup.picture()).alt).toBe('a secret fox');
  expect(await readJobs(popup.page)).toEqual([]);
  expect(JSON.stringify(await readStorage(popup.page))).not.toContain('fox');
  expect(await readDatabases(popup.page)).not.toContain('fox');
  await stage.chromium.killWorker();
  const kept = await send(popup.page, 'galleryState', {});
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
