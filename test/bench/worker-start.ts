import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { type Measurement, median, milliseconds } from './measure.ts';

const ROUNDS = 25;
const WARM_UP = 3;

/** From a stopped worker to its first answer: ours against a worker that does nothing but answer, in turns. */
export async function measureWorkerStart(build: string): Promise<Measurement> {
  const empty = await writeEmptyExtension();
  const lab = await startLab();
  const browsers = await Promise.all(
    [build, empty].map((extensionDir) => launchChromium({ lab, extensionDir })),
  );
  try {
    const pages = await Promise.all([
      browsers[0]?.openPage('/options.html'),
      browsers[1]?.openPage('/page.html'),
    ]);
    const samples: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      for (const [index, page] of pages.entries()) {
        await browsers[index]?.killWorker();
        const time = page && (await firstAnswer(page));
        if (round >= WARM_UP && time !== undefined) samples[index as 0 | 1].push(time);
      }
    }
    const [own, floor] = [median(samples[0]), median(samples[1])];
    return {
      name: 'worker, cold start to first answer, over an empty worker',
      value: own / floor,
      budget: 2,
      unit: '×',
      detail: `${milliseconds(own)} over ${milliseconds(floor)}, median of ${ROUNDS}`,
    };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await lab.close();
    await rm(empty, { recursive: true, force: true });
  }
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

async function writeEmptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-empty-'));
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Empty</title>');
  await writeFile(
    join(folder, 'worker.js'),
    'chrome.runtime.onMessage.addListener((_message, _sender, reply) => reply({ ok: true }));',
  );
  return folder;
}
