import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Chromium } from '../browser/chromium.ts';
import { besideEmpty } from './beside-empty.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 30, warmUp: 3, withinMs: 45_000 };
const FLOOR = 'an empty Preact page';
/** For each page, the selector of what shows that the page can be used. */
const PAGES: Record<string, string> = {
  'sidepanel.html': 'textarea',
  'options.html': 'section, main',
  'gallery.html': 'input, main',
};

/** From the click on the toolbar button until the prompt can be typed into, in milliseconds. */
async function openPopup(chromium: Chromium): Promise<number> {
  const start = performance.now();
  const popup = await chromium.openToolbarPopup();
  await popup.waitForSelector('textarea');
  const time = performance.now() - start;
  await popup.close();
  return time;
}

/** From the start of loading until the selector matches, by the page's own clock. */
async function openTab(chromium: Chromium, path: string, selector: string): Promise<number> {
  const page = await chromium.openPage('/manifest.json');
  await page.evaluateOnNewDocument((wanted: string) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return;
      seen.disconnect();
      requestAnimationFrame(() => performance.mark('usable'));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(`chrome-extension://${chromium.extensionId}/${path}`);
  const handle = await page.waitForFunction(() => performance.getEntriesByName('usable')[0]?.startTime);
  const time = Number(await handle.jsonValue());
  await page.close();
  return time;
}

/** JavaScript and CSS that a page loads, in KB, compressed file by file as a store would count it. */
async function sizeOf(folder: string, path: string): Promise<number> {
  const html = await readFile(join(folder, path), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(folder, file)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** How long the pages take to be usable, and what they weigh, beside a page with nothing but a text field. */
export async function measurePages(build: string): Promise<Comparison[]> {
  return besideEmpty(build, async ({ ours, floor, empty }) => {
    const popup = await inTurns({ [FLOOR]: () => openPopup(floor), [OURS]: () => openPopup(ours) }, ROUNDS);
    const found = [compare('popup: click to a prompt that can be typed into', popup, { unit: 'ms' })];
    const sizes = {
      [FLOOR]: [await sizeOf(empty, 'popup.html')],
      [OURS]: [await sizeOf(build, 'popup.html')],
    };
    found.push(compare('popup: JS and CSS, gzip', sizes, { unit: 'KB', budget: { value: 45 } }));
    for (const [path, selector] of Object.entries(PAGES)) {
      if (!existsSync(join(build, path))) continue;
      const runs = {
        [FLOOR]: () => openTab(floor, 'popup.html', 'textarea'),
        [OURS]: () => openTab(ours, path, selector),
      };
      found.push(compare(`${path}: load to usable`, await inTurns(runs, ROUNDS), { unit: 'ms' }));
    }
    return found;
  });
}
