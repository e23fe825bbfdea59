import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { drive } from '../e2e/support/page.ts';
import { startLab } from '../lab/lab.ts';
import { type Comparison, compare, OURS } from './measure.ts';

export const PICTURE_BYTES = 2 * 1024 * 1024;
const SMALL = { who: 'an export of 20 MB', pictures: 10 };
const LARGE = { who: OURS, pictures: 300 };
const SAMPLE_MS = 50;

/** Pictures that are written in one call of the driver, which gives up on a call that takes minutes. */
const AT_ONCE = 100;

/** Writes so many pictures of 2 MB of noise into the gallery. */
async function seed(page: Page, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE)
    await seedSome(page, from, Math.min(count, from + AT_ONCE));
}

async function seedSome(page: Page, first: number, end: number): Promise<void> {
  await page.evaluate(
    async (from, to, size) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('understudy-gallery');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (let place = from; place < to; place += 1) {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        bytes.set([137, 80, 78, 71, 13, 10, 26, 10]);
        const transaction = database.transaction(['pictures', 'bytes'], 'readwrite');
        const id = crypto.randomUUID();
        const createdAt = Date.UTC(2026, 10, 22) - place * 60_000;
        transaction.objectStore('pictures').put({
          id,
          request: { prompt: `noise, number ${place}`, style: 'none' },
          provider: 'huggingface',
          type: 'image/png',
          byteLength: size,
          createdAt,
          elapsedMs: 4_000,
          place: -createdAt,
        });
        transaction.objectStore('bytes').put(new Blob([bytes], { type: 'image/png' }), id);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
      }
      database.close();
    },
    first,
    end,
    PICTURE_BYTES,
  );
}

/** Kilobytes that a process and all its children hold in memory and that no file backs. */
async function heldBy(root: number): Promise<number> {
  const parents = new Map<number, number>();
  const held = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    const figure = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    parents.set(Number(name), figure('PPid'));
    held.set(Number(name), figure('RssAnon') + figure('RssShmem'));
  }
  const isOurs = (id: number): boolean => id === root || (id > 1 && isOurs(parents.get(id) ?? 0));
  return [...held].reduce((sum, [id, kilobytes]) => sum + (isOurs(id) ? kilobytes : 0), 0);
}

/** What an export took. */
export interface ExportTaken {
  /** The most memory that all processes of the browser held, beyond what they held before, in kilobytes. */
  kilobytes: number;
  /** From the press until the file lies in the folder, in milliseconds. */
  elapsedMs: number;
}

/**
 * Exports a gallery of so many pictures. `check` is called with the path of the archive, which is then deleted; it rejects
 * where the archive is not whole.
 */
export async function exportAll(
  chromium: Chromium,
  pictures: number,
  check: (archive: string) => Promise<void> = async () => undefined,
): Promise<ExportTaken> {
  const seeding = await chromium.openPage('/gallery.html');
  await seeding.waitForSelector('.nothing h2');
  await seed(seeding, pictures);
  await seeding.close();
  const page = await chromium.openPage('/gallery.html');
  const gallery = drive(page);
  await gallery.find('button', 'Export all');
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const id = chromium.browser.process()?.pid ?? 0;
  const before = await heldBy(id);
  let most = before;
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      most = Math.max(most, await heldBy(id));
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  const folder = await mkdtemp(join(tmpdir(), 'understudy-export-'));
  try {
    const begun = performance.now();
    const archive = await savedBy(chromium, folder, () => gallery.press('Export all'));
    const elapsedMs = performance.now() - begun;
    isOver = true;
    await sampling;
    const { size } = await stat(archive);
    if (size < pictures * PICTURE_BYTES) throw new Error(`The archive has ${size} bytes alone`);
    await check(archive);
    return { kilobytes: most - before, elapsedMs };
  } finally {
    isOver = true;
    await rm(folder, { recursive: true, force: true });
    await page.close();
  }
}

/** The path of the one file that a press makes the browser save. The file is not read, whatever its size. */
async function savedBy(chromium: Chromium, folder: string, press: () => Promise<unknown>): Promise<string> {
  const session = await chromium.browser.target().createCDPSession();
  try {
    const ended = new Promise<void>((resolve, reject) => {
      session.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve();
        if (state === 'canceled') reject(new Error('The browser gave the download up'));
      });
    });
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    });
    await press();
    await ended;
  } finally {
    await session.detach();
  }
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

/** What an export of 600 MB takes in memory, in all processes of the browser, beside one of 20 MB. */
export async function measureExport(build: string): Promise<Comparison[]> {
  const lab = await startLab();
  try {
    const grown: Record<string, number[]> = {};
    for (const { who, pictures } of [SMALL, LARGE]) {
      const chromium = await launchChromium({ lab, extensionDir: build });
      try {
        grown[who] = [(await exportAll(chromium, pictures)).kilobytes / 1024];
      } finally {
        await chromium.close();
      }
    }
    return [
      compare('export of 600 MB: memory of the whole browser, at its most', grown, {
        unit: 'MB',
        budget: { value: 100 },
      }),
    ];
  } finally {
    await lab.close();
  }
}
