import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
let downloads: string;

const FILES = [
  { path: 'README.md', content: '# Painter\n' },
  { path: 'weights/part 1.bin', content: 'one', lfs: true },
  { path: 'weights/deep/part 2.bin', content: 'two', lfs: true },
];

beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'understudy-downloads-'));
  const session = await stage.chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
});

beforeEach(async () => {
  for (const host of [TEAM, MIRROR])
    stage.lab.hubs.add({ host, repositories: [{ id: 'our/painter', files: FILES }] });
  await stage.addSources(
    { url: `https://${TEAM}`, name: 'Team' },
    { url: `https://${MIRROR}`, name: 'Mirror' },
  );
  await stage.orderSources('Team', 'Mirror', 'Hugging Face');
});

afterAll(() => rm(downloads, { recursive: true, force: true }));

/** The content of a download, once it is complete. */
async function downloaded(name: string): Promise<string> {
  await expect.poll(() => readdir(downloads)).toContain(name);
  return readFile(join(downloads, name), 'utf8');
}

describe('one repository', () => {
  test('pasted as an address: who has it, its files by folder, one of them downloaded', async () => {
    const finder = await stage.openFinder();
    await finder.lookUp(`https://${TEAM}/models/our/painter`);
    await finder.shows('Team has it. Also at Mirror.');
    await finder.press('List its files');
    expect(await finder.files('README.md')).toEqual(['weights', 'README.md']);
    await finder.press('weights');
    expect(await finder.files('part 1.bin')).toEqual(['deep', 'part 1.bin']);
    await finder.press('deep');
    expect(await finder.files('part 2.bin')).toEqual(['part 2.bin']);
    await finder.press('Up one folder');
    await finder.files('part 1.bin');
    await finder.press('Download part 1.bin');
    expect(await downloaded('part 1.bin')).toBe('one');
    const [resolved] = stage.lab.requestsTo(TEAM, '/resolve/');
    expect(resolved?.path).toBe('/models/our/painter/resolve/main/weights/part%201.bin');
    expect(resolved?.headers.referer).toBeUndefined();
    expect(stage.lab.requestsTo(MIRROR, '/resolve/')).toEqual([]);
  });

  test('its page is opened on the hub that has it', async () => {
    const finder = await stage.openFinder();
    await finder.lookUp('our/painter');
    await finder.shows('Team has it.');
    await finder.press('Open its page');
    const opened = await stage.lab.waitForRequest(({ path }) => path === '/models/our/painter');
    expect(opened.host).toBe(TEAM);
    await stage.chromium.browser.waitForTarget(
      (target) => target.url() === `https://${TEAM}/models/our/painter`,
    );
  });

  test('a dataset at Hugging Face', async () => {
    const finder = await stage.openFinder();
    await finder.lookUp('datasets/lab/prompts');
    await finder.shows('Hugging Face has it.');
    expect(await finder.text()).not.toContain('Use this model');
    await finder.press('List its files');
    await finder.files('train.csv');
  });

  test('nobody has it; no repository at all', async () => {
    const finder = await stage.openFinder();
    await finder.lookUp('our/nothing');
    await finder.shows('None of your sources has it.');
    await finder.press('Back');
    const before = stage.lab.log.length;
    await finder.lookUp('our/..');
    await finder.shows('This is not a repository.');
    await finder.lookUp('https://nowhere.example/our/painter');
    await finder.shows('This address belongs to none of your sources.');
    // The typed text is searched for as words; no source is asked for a repository of that name.
    expect(stage.lab.log.slice(before).filter(({ path }) => path !== '/api/models')).toEqual([]);
  });
});

describe('the first source is down', () => {
  test('the file comes from the second, after the user was told and said yes', async () => {
    stage.lab.answer({ host: TEAM, path: /^\/api\/models\/our/ }, [{ status: 503, json: {} }]);
    const finder = await stage.openFinder();
    await finder.lookUp('our/painter');
    await finder.shows('Mirror has it. A source that comes before did not answer, so this is not certain.');
    await finder.press('List its files');
    await finder.files('README.md');
    await finder.press('Download README.md');
    await finder.alert('A source that comes before Mirror did not answer: Team.');
    await finder.press('Cancel');
    expect(await finder.page.evaluate(() => (document.activeElement as HTMLElement).innerText)).toBe(
      'Download README.md',
    );
    expect(stage.lab.requestsTo(MIRROR, '/resolve/')).toEqual([]);
    await finder.press('Download README.md');
    await finder.press('Download anyway');
    expect(await downloaded('README.md')).toBe('# Painter\n');
    const [resolved] = stage.lab.requestsTo(MIRROR, '/resolve/');
    expect(resolved?.path).toBe('/models/our/painter/resolve/main/README.md');
    expect(stage.lab.requestsTo(TEAM, '/resolve/')).toEqual([]);
  });

  test('back again, and the first is used without a question', async () => {
    // Without the search for the typed text as words.
    stage.lab.answer({ host: TEAM, path: /^\/api\/models\/our/ }, [{ status: 503, json: {} }, 'pass']);
    const finder = await stage.openFinder();
    await finder.lookUp('our/painter');
    await finder.shows('Mirror has it.');
    await finder.press('Back');
    await finder.press('See who has it');
    await finder.shows('Team has it.');
  });
});
