import type { Page } from 'puppeteer-core';

/** The pages that every browser has. */
export const PAGES = ['popup', 'options', 'gallery', 'welcome'];
const ADDRESSES = [
  'https://huggingface.co/api/whoami-v2',
  'https://router.huggingface.co/',
  'https://stranger.example/',
  'http://192.168.1.1/',
  'data:text/plain,x',
];

/** What a page's own request comes to, and whether the page may still read its own files. */
export function tryToAsk(page: Page) {
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

/** What `tryToAsk` is to find. */
export const NOBODY = { own: 'let through', others: ADDRESSES.map(() => 'refused') };
