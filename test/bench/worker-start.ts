import type { Page } from 'puppeteer-core';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { withEmptyExtension } from './empty-extension.ts';
import { type Comparison, compare, inTurns, OURS } from './measure.ts';

const ROUNDS = { rounds: 40, warmUp: 5 };

/** From a stopped worker to its first answer: ours beside a worker that does nothing but answer. */
export async function measureWorkerStart(build: string): Promise<Comparison[]> {
  return withEmptyExtension(async (empty) => {
    const lab = await startLab();
    const [ours, floor] = await Promise.all(
      [build, empty].map((extensionDir) => launchChromium({ lab, extensionDir })),
    );
    if (ours === undefined || floor === undefined) throw new Error('No browser');
    try {
      const [own, other] = [await ours.openPage('/options.html'), await floor.openPage('/popup.html')];
      const samples = await inTurns(
        {
          'an empty worker': async () => {
            await floor.killWorker();
            return firstAnswer(other);
          },
          [OURS]: async () => {
            await ours.killWorker();
            return firstAnswer(own);
          },
        },
        ROUNDS,
      );
      const name = 'worker: cold start to first answer';
      return [compare(name, samples, { unit: 'ms', budget: { ratio: 1.5 } })];
    } finally {
      await Promise.all([ours.close(), floor.close()]);
      await lab.close();
    }
  });
}

function firstAnswer(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    const start = performance.now();
    const reply = await chrome.runtime.sendMessage({ name: 'hello', payload: {} });
    if (!(reply as { ok?: boolean } | undefined)?.ok) throw new Error('The worker did not answer');
    return performance.now() - start;
  });
}
