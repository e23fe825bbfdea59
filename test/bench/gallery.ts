import type { CDPSession, Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { type Comparison, compare, inTurns, OURS, type Round } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 2, withinMs: 180_000 };
/**
 * The number of visits in which the memory is measured, too: the memory hardly differs between visits, and
 * scrolling a minute's worth of screens takes long.
 */
const MEMORY_ROUNDS = 3;
/** Screens scrolled before memory is measured: as many as take a person a minute. */
const SCREENS = 60;
const FEW = { count: 100, who: 'a gallery of 100' };
const MANY = { count: 10_000, who: OURS };
const TIME = { unit: 'ms', budget: { ratio: 1.3 } } as const;
const MEMORY = { unit: 'KB', budget: { ratio: 1.5 } } as const;

/** Writes so many records with small pictures and thumbnails into the gallery's database, as the extension itself does. */
async function seed(chromium: Chromium, count: number): Promise<void> {
  // The gallery makes its database when it is opened.
  const page = await chromium.openPage('/gallery.html');
  await page.waitForSelector('.nothing h2');
  await page.evaluate(async (many) => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(0, 0, 64, 48);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('understudy-gallery');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const [animals, places] = [
      ['fox', 'whale', 'owl', 'cat', 'camel', 'heron', 'badger'],
      ['snow', 'dusk', 'the harbour', 'a library', 'the desert', 'moonlight'],
    ];
    const manners = [
      'drawn with a soft pencil on rough paper, seen from far above',
      'as a woodcut in two colours with thick lines',
      'in the style of an old travel poster, evening light, long shadows',
      'photographed from below with a wide lens, rain on the ground',
      'a small figure beside it, much empty space, muted colours',
    ];
    const start = Date.UTC(2026, 10, 22, 12);
    for (let from = 0; from < many; from += 500) {
      const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
      for (let place = from; place < Math.min(many, from + 500); place += 1) {
        const id = crypto.randomUUID();
        const createdAt = start - place * 240_000;
        // Both galleries have equally many rare pictures on the first screens, so that a search finds as many there.
        const isRare = place < 100 ? place % 2 === 0 : place % 97 === 0;
        const prompt = `${isRare ? 'rare ' : ''}${animals[place % 7]} in ${places[place % 6]}, ${manners[place % 5]}, number ${place}.`;
        transaction.objectStore('pictures').put({
          id,
          request: { prompt, style: 'none', seed: place },
          provider: place % 3 === 0 ? 'puter' : 'huggingface',
          model: 'black-forest-labs/FLUX.1-schnell',
          type: 'image/png',
          byteLength: blob.size,
          width: place % 2 === 0 ? 1216 : 832,
          height: place % 2 === 0 ? 832 : 1216,
          createdAt,
          elapsedMs: 4_000,
          attempts: [
            { provider: 'huggingface', route: 'nscale', code: 'RATE_LIMITED', status: 429, elapsedMs: 400 },
            { provider: 'puter', elapsedMs: 3_600 },
          ],
          place: -createdAt,
        });
        transaction.objectStore('bytes').put(blob, id);
        transaction.objectStore('thumbnails').put(blob, id);
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
    }
    database.close();
  }, count);
  await page.close();
}

/** What one visit of the gallery takes: milliseconds, and kilobytes that its page keeps. */
interface Visit {
  open: number;
  scroll: number;
  search: number;
  oldest: number;
  memory?: number;
}

/** Waits until the page has done what it does by itself, so that only what a person does is measured. */
const idle = (page: Page) => page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

/** From the start of loading until the first pictures are shown, by the page's own clock. */
async function open(chromium: Chromium, page: Page): Promise<number> {
  await page.evaluateOnNewDocument(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.tile-image[src]') === null) return;
      seen.disconnect();
      requestAnimationFrame(() => performance.mark('hung'));
    });
    seen.observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(`chrome-extension://${chromium.extensionId}/gallery.html`);
  const handle = await page.waitForFunction(() => performance.getEntriesByName('hung')[0]?.startTime);
  return Number(await handle.jsonValue());
}

/**
 * Scrolls the first three screens below the fold, one after the other, each until all its pictures are there;
 * milliseconds.
 */
function scroll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const wall = document.querySelector('.wall');
    if (!wall) throw new Error('There is no wall');
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const isThere = () => {
      const { top, bottom } = wall.getBoundingClientRect();
      const inSight = [...wall.querySelectorAll<HTMLImageElement>('.tile-image')].filter((image) => {
        const box = image.getBoundingClientRect();
        return box.bottom > top && box.top < bottom;
      });
      return inSight.length > 5 && inSight.every(({ src, complete }) => src !== '' && complete);
    };
    const begun = performance.now();
    for (let step = 0; step < 3; step += 1) {
      wall.scrollTop += wall.clientHeight;
      do await frame();
      while (!isThere());
    }
    return performance.now() - begun;
  });
}

/**
 * What the page needs from each key until the wall shows what is found and nothing else, laid out: all keys together, in
 * milliseconds. The frames between two keys do not count, nor does the wait for the next one at the end: whatever the page does,
 * they take as long as the screen's. Then the search is emptied.
 */
function search(page: Page, typed: string[]): Promise<number> {
  return page.evaluate(async (texts) => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('There is no search');
    const shown = () => [...document.querySelectorAll<HTMLImageElement>('.tile-image')].map(({ alt }) => alt);
    const settled = () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
    async function until(isThere: () => boolean): Promise<void> {
      if (isThere()) return;
      await new Promise<void>((resolve) => {
        const watcher = new MutationObserver(() => {
          if (!isThere()) return;
          watcher.disconnect();
          resolve();
        });
        watcher.observe(document, { childList: true, subtree: true, attributes: true });
      });
    }
    async function type(words: string, isThere: () => boolean): Promise<number> {
      await settled();
      const begun = performance.now();
      (field as HTMLInputElement).value = words;
      (field as HTMLInputElement).dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(isThere);
      document.body.getBoundingClientRect();
      return performance.now() - begun;
    }
    let time = 0;
    for (const words of texts)
      time += await type(words, () => {
        const alts = shown();
        return alts.length > 0 && alts.every((alt) => alt.toLowerCase().includes(words));
      });
    const [last = ''] = texts.slice(-1);
    await type('', () => !shown().every((alt) => alt.includes(last)));
    await settled();
    return time;
  }, typed);
}

/** Kilobytes that the page itself keeps after a minute of scrolling: objects, elements, and the bytes of arrays. */
async function memory(page: Page): Promise<number> {
  await page.evaluate(async (screens) => {
    const wall = document.querySelector('.wall');
    if (!wall) throw new Error('There is no wall');
    for (let step = 0; step < screens; step += 1) {
      const end = Math.max(1, wall.scrollHeight - wall.clientHeight);
      wall.scrollTop = (wall.scrollTop + wall.clientHeight) % end;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
  }, SCREENS);
  // The driver's network events have the page remember each address that was loaded: they are switched off.
  await (page as unknown as { _client(): CDPSession })._client().send('Network.disable');
  const session = await page.createCDPSession();
  // Twice: objects that removed elements held are collected only the second time.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  // The protocol's types do not know `embedderHeapUsedSize` and `backingStorageSize` yet.
  const usage: Record<string, number> = { ...(await session.send('Runtime.getHeapUsage')) };
  await session.detach();
  const { usedSize = 0, embedderHeapUsedSize = 0, backingStorageSize = 0 } = usage;
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1024;
}

/**
 * One visit, from opening the page to closing it. The searches find pictures that were not shown before, in
 * both galleries, so that both have as many to read.
 */
async function visit(chromium: Chromium, count: number, isForMemory: boolean): Promise<Visit> {
  const page = await chromium.openPage('/manifest.json');
  await page.setViewport({ width: 1280, height: 800 });
  const opened = await open(chromium, page);
  // Waits until every record was read.
  const words = new Intl.NumberFormat('en').format(count);
  await page.waitForFunction((wanted) => document.body.innerText.includes(`${wanted} pictures`), {}, words);
  await idle(page);
  const oldest = await search(page, [`number ${count - 1}.`]);
  await idle(page);
  const searched = await search(page, ['r', 'ra', 'rare']);
  await idle(page);
  const scrolled = await scroll(page);
  const memoryKept = isForMemory ? { memory: await memory(page) } : {};
  await page.close();
  return { open: opened, oldest, search: searched, scroll: scrolled, ...memoryKept };
}

/** The gallery with 10,000 pictures beside one with 100: opened, scrolled, searched, and what its page keeps in memory. */
export async function measureGallery(build: string, rounds = ROUNDS): Promise<Comparison[]> {
  const lab = await startLab();
  const launched: Chromium[] = [];
  try {
    const visits: Record<string, Visit[]> = {};
    const runs: Record<string, Round> = {};
    for (const { count, who } of [FEW, MANY]) {
      const chromium = await launchChromium({ lab, extensionDir: build });
      launched.push(chromium);
      await seed(chromium, count);
      const made: Visit[] = [];
      visits[who] = made;
      runs[who] = async () =>
        made.push(await visit(chromium, count, made.length < rounds.warmUp + MEMORY_ROUNDS));
    }
    await inTurns(runs, rounds);
    const of = (what: keyof Visit) =>
      Object.fromEntries(
        Object.entries(visits).map(([who, made]) => [
          who,
          made.slice(rounds.warmUp).flatMap((one) => one[what] ?? []),
        ]),
      );
    return [
      compare('gallery of 10,000: open to the first pictures', of('open'), TIME),
      compare('gallery of 10,000: three screens scrolled', of('scroll'), TIME),
      compare('gallery of 10,000: search as it is typed', of('search'), TIME),
      compare('gallery of 10,000: search that finds the oldest', of('oldest'), TIME),
      compare('gallery of 10,000: memory after a minute of scrolling', of('memory'), MEMORY),
    ];
  } finally {
    await Promise.all(launched.map((chromium) => chromium.close()));
    await lab.close();
  }
}
