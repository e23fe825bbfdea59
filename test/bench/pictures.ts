import type { Page } from 'puppeteer-core';
import { send } from '../e2e/support/messages.ts';
import { drivePopup } from '../e2e/support/popup.ts';
import { HF_TOKEN } from '../e2e/support/tokens.ts';
import type { Lab } from '../lab/lab.ts';
import { besideEmpty } from './beside-empty.ts';
import { ROUTER } from './contestants.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';
import { noisePicture } from './noise-picture.ts';

const MEGABYTES = [1, 8];
const ROUNDS = { rounds: 30, warmUp: 2, withinMs: 75_000 };
const FLOOR = 'the same bytes read, shown and stored by hand';

/** When something happened, in milliseconds since the epoch, as the lab's log writes it down. */
interface Times {
  visible: number;
  durable: number;
}

/** Notes in the popup when the picture with this description is decoded, and when its job's record says that it is kept. */
async function watch(page: Page, prompt: string): Promise<void> {
  await page.evaluate((wanted) => {
    const now = () => performance.timeOrigin + performance.now();
    const times: Partial<Times> = {};
    Object.assign(globalThis, { pictureTimes: times });
    const look = () => {
      const image = [...document.querySelectorAll<HTMLImageElement>('figure[data-provider] img')].find(
        ({ alt }) => alt === wanted,
      );
      if (image?.complete && image.naturalWidth > 64) times.visible = now();
      else requestAnimationFrame(look);
    };
    look();
    const { storage } = (globalThis as unknown as { chrome: { storage: ChromeStorage } }).chrome;
    interface ChromeStorage {
      onChanged: {
        addListener(listener: (changes: Record<string, { newValue?: { status?: string } }>) => void): void;
        removeListener(listener: unknown): void;
      };
    }
    const onChanged = (changes: Record<string, { newValue?: { status?: string } }>) => {
      const isKept = Object.entries(changes).some(
        ([key, { newValue }]) => key.startsWith('job:') && newValue?.status === 'succeeded',
      );
      if (!isKept) return;
      storage.onChanged.removeListener(onChanged);
      times.durable = now();
    };
    storage.onChanged.addListener(onChanged);
  }, prompt);
}

async function readTimes(page: Page): Promise<Times> {
  const handle = await page.waitForFunction(() => {
    const times = (globalThis as unknown as { pictureTimes: Partial<Times> }).pictureTimes;
    return times.visible !== undefined && times.durable !== undefined && times;
  });
  return (await handle.jsonValue()) as Times;
}

/**
 * The same work, written by hand: the picture is fetched by the page that shows it, shown by an object URL,
 * and stored in a database of its own.
 */
function byHand(page: Page, url: string): Promise<Times> {
  return page.evaluate(async (address) => {
    const now = () => performance.timeOrigin + performance.now();
    const { data } = (await (await fetch(address, { cache: 'no-store' })).json()) as {
      data: [{ b64_json: string }];
    };
    // The quickest way from the same answer to the same bytes.
    const { fromBase64 } = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> };
    const blob = new Blob([fromBase64.call(Uint8Array, data[0].b64_json)], { type: 'image/png' });
    const show = async () => {
      const image = new Image();
      image.src = URL.createObjectURL(blob);
      document.body.replaceChildren(image);
      while (!image.complete || image.naturalWidth === 0) await new Promise(requestAnimationFrame);
      return now();
    };
    const store = async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('by-hand');
        opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
      transaction.objectStore('bytes').put(blob, address);
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      database.close();
      return now();
    };
    const [visible, durable] = await Promise.all([show(), store()]);
    return { visible, durable };
  }, url);
}

/** When the last byte of the latest picture was handed to the wire. */
async function lastByte(lab: Lab): Promise<number> {
  const entry = await lab.waitForRequest(
    ({ host, status, answeredAt }) => host === ROUTER && status === 200 && answeredAt !== undefined,
  );
  return entry.answeredAt ?? Number.NaN;
}

/** From the last byte on the wire until the popup shows the picture, and until it is on the disk. */
export async function measurePictures(build: string): Promise<Comparison[]> {
  return besideEmpty(build, async ({ lab, ours, floor }) => {
    const plain = await floor.openPage('/popup.html');
    const desk = await ours.openPage('/options.html');
    await send(desk, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
    await desk.close();
    const found: Comparison[] = [];
    let count = 0;
    for (const megabytes of MEGABYTES) {
      // Base64 in JSON, as the route of the default model answers.
      const picture = noisePicture(megabytes * 1024 * 1024).toString('base64');
      const ready = () => {
        count += 1;
        lab.log.splice(0);
        lab.answer({ host: ROUTER }, [{ status: 200, json: { data: [{ b64_json: picture }] } }]);
      };
      const stored: Record<string, number[]> = { [FLOOR]: [], [OURS]: [] };
      const note = async (who: string, times: Times) => {
        const from = await lastByte(lab);
        stored[who]?.push(times.durable - from);
        return times.visible - from;
      };
      const runs = {
        async [FLOOR]() {
          ready();
          return note(FLOOR, await byHand(plain, `https://${ROUTER}/${count}`));
        },
        async [OURS]() {
          ready();
          const popup = drivePopup(await ours.openPopup());
          const prompt = `a red fox, number ${count}`;
          await watch(popup.page, prompt);
          await popup.generate(prompt);
          const times = await readTimes(popup.page);
          await popup.page.close();
          return note(OURS, times);
        },
      };
      const shown = await inTurns(runs, ROUNDS);
      for (const who of [FLOOR, OURS]) stored[who]?.splice(0, ROUNDS.warmUp);
      const name = `picture of ${megabytes} MB: last byte to`;
      found.push(compare(`${name} visible in the popup`, shown, { unit: 'ms' }));
      found.push(compare(`${name} on the disk`, stored, { unit: 'ms' }));
    }
    return found;
  });
}
