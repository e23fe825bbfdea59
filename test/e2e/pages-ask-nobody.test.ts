import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { launchFirefox } from '../browser/firefox.ts';
import { startLab } from '../lab/lab.ts';
import { useStage } from './support/stage.ts';
import { FIREFOX_BUILD } from './support/world.ts';

const PAGES = ['popup', 'options', 'gallery', 'welcome'];
const ADDRESSES = [
  'https://huggingface.co/api/whoami-v2',
  'https://router.huggingface.co/',
  'https://stranger.example/',
  'http://192.168.1.1/',
  'data:text/plain,x',
];

const stage = useStage();

/** What a page's own request comes to, and whether the page may still read its own files. */
function tryToAsk(page: Page) {
  return page.evaluate(async (addresses) => {
    const tried = (url: string) =>
      fetch(url).then(
        () => 'let through',
        () => 'refused',
      );
    const own = new URL('/manifest.json', location.href).href;
    return { own: await tried(own), others: await Promise.all(addresses.map(tried)) };
  }, ADDRESSES);
}

const NOBODY = { own: 'let through', others: ADDRESSES.map(() => 'refused') };

test.each([...PAGES, 'sidepanel'])('%s asks nobody itself', async (name) => {
  const page = await stage.chromium.openPage(`/${name}.html`);
  stage.lab.log.length = 0;
  expect(await tryToAsk(page)).toEqual(NOBODY);
  expect(stage.lab.log.map(({ host }) => host).filter((host) => host !== 'huggingface.co')).toEqual([]);
  expect(stage.lab.requestsTo('huggingface.co', 'whoami')).toEqual([]);
});

test('nor does any in Firefox', async () => {
  const lab = await startLab();
  const firefox = await launchFirefox({ lab, extensionDir: FIREFOX_BUILD });
  try {
    for (const name of PAGES) {
      const page = await firefox.openPage(`/${name}.html`);
      expect([name, await tryToAsk(page)]).toEqual([name, NOBODY]);
    }
    expect(lab.requestsTo('huggingface.co', 'whoami')).toEqual([]);
  } finally {
    await firefox.close();
    await lab.close();
  }
});
