import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 2 };
const FEW = { count: 100, who: 'a gallery of 100' };
const MANY = { count: 10_000, who: OURS };
const TIME = { unit: 'ms', budget: { ratio: 1.3 } } as const;
const MEMORY = { unit: 'KB', budget: { ratio: 1.5 } } as const;

/** Writes so many records with small pictures and thumbnails into the gallery's database, as the extension itself does. */
async function seed(chromium: Chromium, count: number): Promise<void> {
  // The gallery makes its database as it opens.
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
    const start = Date.UTC(2026, 10, 22, 12);
    for (let from = 0; from < many; from += 500) {
      const transaction = database.transaction(['pictures', 'bytes', 'thumbnails'], 'readwrite');
      for (let place = from; place < Math.min(many, from + 500); place += 1) {
        const id = `seeded-${place}`;
        const createdAt = start - place * 240_000;
        const prompt = `${place % 97 === 0 ? 'rare ' : ''}${animals[place % 7]} in ${places[place % 6]}, number ${place}`;
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

/** From the start of loading until the first pictures hang, by the page's own clock, in milliseconds. */
async function open(chromium: Chromium): Promise<number> {
  const page = await chromium.openPage('/manifest.json');
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
  const time = Number(await handle.jsonValue());
  await page.close();
  return time;
}

/** A gallery that has read everything. */
async function openWhole(chromium: Chromium, count: number) {
  const page = await chromium.openPage('/gallery.html');
  await page.setViewport({ width: 1280, height: 800 });
  const words = new Intl.NumberFormat('en').format(count);
  await page.waitForFunction((wanted) => document.body.innerText.includes(`${wanted} pictures`), {}, words);
  return page;
}

/** From a typed word until the wall shows what is found, to the next frame. */
async function search(chromium: Chromium, count: number): Promise<number> {
  const page = await openWhole(chromium, count);
  const time = await page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('There is no search');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const begun = performance.now();
    for (const words of ['r', 'ra', 'rare']) {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await frame();
    }
    const rare = () =>
      [...document.querySelectorAll<HTMLImageElement>('.tile-image')].every(({ alt }) =>
        alt.startsWith('rare'),
      );
    while (!rare()) await frame();
    return performance.now() - begun;
  });
  await page.close();
  return time;
}

/** The longest of the frames while the wall is scrolled twenty screens, and what the page keeps in memory after it. */
async function scroll(chromium: Chromium, count: number): Promise<{ ms: number; kilobytes: number }> {
  const page = await openWhole(chromium, count);
  const ms = await page.evaluate(async () => {
    const wall = document.querySelector('.wall');
    if (!wall) throw new Error('There is no wall');
    const begun = performance.now();
    // A gallery of a hundred is shorter: it is scrolled there and back.
    for (let step = 0; step < 20; step += 1) {
      const end = Math.max(1, wall.scrollHeight - wall.clientHeight);
      wall.scrollTop = (wall.scrollTop + wall.clientHeight) % end;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return performance.now() - begun;
  });
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await page.metrics();
  await session.detach();
  await page.close();
  return { ms, kilobytes: JSHeapUsedSize / 1024 };
}

/** The gallery with 10,000 pictures beside one with 100: opened, searched, scrolled, and what it keeps in memory. */
export async function measureGallery(build: string, rounds = ROUNDS): Promise<Comparison[]> {
  const lab = await startLab();
  const launched: Chromium[] = [];
  try {
    const galleries: { count: number; who: string; chromium: Chromium }[] = [];
    for (const { count, who } of [FEW, MANY]) {
      const chromium = await launchChromium({ lab, extensionDir: build });
      launched.push(chromium);
      await seed(chromium, count);
      galleries.push({ count, who, chromium });
    }
    const runs = (measure: (chromium: Chromium, count: number) => Promise<number>) =>
      Object.fromEntries(galleries.map(({ who, chromium, count }) => [who, () => measure(chromium, count)]));
    const memory: Record<string, number[]> = Object.fromEntries(galleries.map(({ who }) => [who, []]));
    const scrolling = Object.fromEntries(
      galleries.map(({ who, chromium, count }) => [
        who,
        async () => {
          const { ms, kilobytes } = await scroll(chromium, count);
          memory[who]?.push(kilobytes);
          return ms;
        },
      ]),
    );
    return [
      compare('gallery of 10,000: open to the first pictures', await inTurns(runs(open), rounds), TIME),
      compare('gallery of 10,000: search as it is typed', await inTurns(runs(search), rounds), TIME),
      compare('gallery of 10,000: twenty screens scrolled', await inTurns(scrolling, rounds), TIME),
      compare('gallery of 10,000: memory after scrolling', memory, MEMORY),
    ];
  } finally {
    await Promise.all(launched.map((chromium) => chromium.close()));
    await lab.close();
  }
}
