import type { Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium.ts';
import { besideEmpty } from './beside-empty.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 40, warmUp: 5, withinMs: 60_000 };
const FLOOR = 'an empty worker';
/** Milliseconds after which a stopped worker is gone: ending it does not belong to the start of the next worker. */
const GONE_MS = 150;

/**
 * The time from a stopped worker to its first answer, and to the settings, for which the whole background is
 * loaded; and the memory that the worker keeps then. Ours is compared with a worker that does nothing but
 * answer.
 */
export async function measureWorkerStart(build: string): Promise<Comparison[]> {
  return besideEmpty(build, async ({ ours, floor }) => {
    const [own, other] = [await ours.openPage('/options.html'), await floor.openPage('/popup.html')];
    const cold = (chromium: Chromium, page: Page, name: string) => async () => {
      await chromium.killWorker();
      await new Promise((resolve) => setTimeout(resolve, GONE_MS));
      const time = await answer(page, name);
      // Everything that this start brought with it must be done before the next start is measured.
      await answer(page, 'readSettings');
      return time;
    };
    const samples = await inTurns(
      {
        [FLOOR]: cold(floor, other, 'hello'),
        [OURS]: cold(ours, own, 'hello'),
        'Understudy, to the settings': cold(ours, own, 'readSettings'),
      },
      ROUNDS,
    );
    const memory = { [FLOOR]: [await memoryOf(floor)], [OURS]: [await memoryOf(ours)] };
    return [
      compare('worker: cold start to first answer', samples, { unit: 'ms', budget: { ratio: 1.5 } }),
      compare('worker: memory once all is loaded', memory, { unit: 'KB' }),
    ];
  });
}

function answer(page: Page, name: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage({ name: asked, payload: {} });
    if (!(reply as { ok?: boolean } | undefined)?.ok) throw new Error('The worker did not answer');
    return performance.now() - start;
  }, name);
}

/** Kilobytes that the scripts of a worker keep. */
async function memoryOf({ serviceWorkerTarget }: Chromium): Promise<number> {
  const session = await (await serviceWorkerTarget()).createCDPSession();
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024;
}
