import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findBarriers, POPUP_LOOKS } from '../support/axe.ts';
import { send } from '../support/messages.ts';
import type { Finder } from './support/finder.ts';
import { TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
const TOKEN = 'hubtoken-of-the-team-0123456789';
const STORE = `s3.${TEAM}`;
const CONTENT = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7919) % 251));
const NAME = 'weights.bin';
let downloads: string;

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'understudy-private-'));
  const session = await stage.chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
});

beforeEach(async () => {
  for (const name of await readdir(downloads)) await rm(join(downloads, name));
  stage.lab.hubs.add({
    host: TEAM,
    tokens: [TOKEN],
    repositories: [
      { id: 'our/secret', private: true, files: [{ path: `deep/${NAME}`, content: CONTENT, lfs: true }] },
    ],
  });
  const [team] = await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
  await stage.inPage((page) =>
    send(page, 'saveToken', { slot: `source:${team}`, token: TOKEN, origin: `https://${TEAM}` }),
  );
  await stage.orderSources('Team', 'Hugging Face');
});

afterAll(() => rm(downloads, { recursive: true, force: true }));

async function pressDownload(): Promise<Finder> {
  const finder = await stage.openFinder();
  await finder.lookUp('our/secret');
  await finder.shows('Team has it.');
  await finder.press('List its files');
  await finder.files('deep');
  await finder.press('deep');
  await finder.files(NAME);
  await finder.press(`Download ${NAME}`);
  return finder;
}

/** What was saved, once it is whole. */
async function saved(): Promise<Buffer> {
  await expect.poll(() => readdir(downloads), { timeout: 60_000 }).toContain(NAME);
  return readFile(join(downloads, NAME));
}

const askedOfStore = () => stage.lab.requestsTo(STORE).filter(({ method }) => method === 'GET');

test('a private file is fetched with the source’s token, which its store never sees, and saved', async () => {
  const finder = await pressDownload();
  expect((await saved()).equals(CONTENT)).toBe(true);
  await finder.shows('Sent to your downloads.');
  expect(askedOfStore()).toHaveLength(1);
  expect(askedOfStore()[0]?.headers.authorization).toBeUndefined();
  const seen = stage.lab.log.filter(({ headers }) => JSON.stringify(headers).includes(TOKEN));
  expect([...new Set(seen.map(({ host }) => host))]).toEqual([TEAM]);
  expect(await findBarriers(finder.page, POPUP_LOOKS)).toEqual([]);
  await finder.press(`Dismiss ${NAME}`);
  await finder.page.waitForFunction(() => !document.body.innerText.includes('Sent to your downloads.'));
});

test('a line that is cut in the middle: only the rest is asked for', async () => {
  stage.lab.answer({ host: STORE }, ['truncate', 'pass']);
  await pressDownload();
  expect((await saved()).equals(CONTENT)).toBe(true);
  const [first, second] = askedOfStore();
  expect(first?.headers.range).toBeUndefined();
  expect(second?.headers.range).toBe(`bytes=${CONTENT.length / 2}-`);
});

test('the popup is closed and the worker stopped in the middle: it goes on, and is saved when a page is open', async () => {
  stage.lab.answer({ host: STORE }, ['truncate', 'hang', 'pass']);
  const finder = await pressDownload();
  await expect.poll(() => askedOfStore().length, { timeout: 60_000 }).toBe(2);
  await finder.page.close();
  await stage.chromium.killWorker();
  const again = await stage.chromium.openPopup();
  expect((await saved()).equals(CONTENT)).toBe(true);
  expect(askedOfStore().at(-1)?.headers.range).toBe(`bytes=${CONTENT.length / 2}-`);
  await again.waitForFunction(() => document.body.innerText.includes('Sent to your downloads.'));
});

test('cancelled, nothing is kept; refused, the page says why', async () => {
  stage.lab.answer({ host: STORE }, ['hang']);
  const finder = await pressDownload();
  await finder.press(`Cancel ${NAME}`);
  await finder.page.waitForFunction(() => !document.querySelector('.download'));
  expect(await readdir(downloads)).toEqual([]);

  stage.lab.answer({ host: TEAM, path: /\/resolve\// }, [{ status: 403, json: { detail: 'no' } }]);
  await finder.press(`Download ${NAME}`);
  await finder.alert('your token may not read it');
  await finder.shows('Nothing was saved.');
});
