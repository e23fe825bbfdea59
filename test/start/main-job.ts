import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { preciseNow } from '../lab/request-log.ts';
import { paidRequests, printAttempts } from './attempts.ts';
import { BUILD, ROOT } from './build.ts';
import { connectAccounts } from './connect-accounts.ts';
import { say, sayAt, withProgress } from './report.ts';

const PROMPT = 'a red fox in the snow';
const TIMEOUT_MS = 60_000;
const FOLDER = join(ROOT, '.output', 'start');

/** Prints what the popup says, each sentence once, until stopped. */
function printSentences(page: Page, startedAt: number): () => void {
  let last = '';
  const look = async () => {
    const sentence = await page
      .$$eval('[role="status"]', (all) => all.map((one) => (one as HTMLElement).innerText.trim()).join(' '))
      .catch(() => last);
    // The seconds in it change without saying anything new.
    const words = sentence
      .replace(/\s+/g, ' ')
      .replace(/[·•]?\s*\d+([.:]\d+)?\s*s?$/, '')
      .trim();
    if (words !== '' && words !== last) sayAt(preciseNow() - startedAt, `The popup says “${words}”`);
    last = words;
  };
  const timer = setInterval(look, 100);
  return () => clearInterval(timer);
}

interface Finished {
  provider: string;
  type: string;
  base64: string;
}

/** Waits for the picture, or for the error that the popup shows instead. */
async function waitForPicture(page: Page): Promise<Finished> {
  const outcome = await page.waitForFunction(
    async () => {
      const alert = document.querySelector<HTMLElement>('[role="alert"]')?.innerText.trim();
      if (alert) return { error: alert };
      const image = document.querySelector<HTMLImageElement>('figure[data-provider] img');
      if (!image?.complete || image.naturalWidth === 0) return false;
      const blob = await (await fetch(image.src)).blob();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const provider = image.closest('figure')?.dataset.provider ?? '';
      const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
      return { provider, type: blob.type, base64: btoa(text) };
    },
    { timeout: TIMEOUT_MS, polling: 100 },
  );
  const result = (await outcome.jsonValue()) as Finished | { error: string };
  if ('error' in result) throw new Error(`The popup shows an error: ${result.error}`);
  return result;
}

/** Makes the window as high as the popup's content, so that one screenshot holds all of it. */
async function showWhole(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => {
    window.scrollTo(0, 0);
    return { width: window.innerWidth, height: document.documentElement.scrollHeight };
  });
  await page.setViewport({ width, height });
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
}

async function runJob(chromium: Chromium, lab: Lab): Promise<void> {
  const page = await chromium.openPopup();
  const prompt = await page.waitForSelector('::-p-aria([name="Prompt"][role="textbox"])', {
    timeout: 60_000,
  });
  await prompt?.type(PROMPT);
  const button = await page.waitForSelector('::-p-aria([name="Generate"][role="button"])', {
    timeout: 60_000,
  });
  say(`Typed “${PROMPT}”; pressing Generate. Hugging Face will answer 503.`);
  const startedAt = preciseNow();
  const stops = [printAttempts(lab, startedAt), printSentences(page, startedAt)];
  try {
    await button?.click();
    const { provider, type, base64 } = await waitForPicture(page);
    sayAt(preciseNow() - startedAt, `The picture is there, made by ${provider}`);
    const asked = paidRequests(lab).map(({ host }) => host);
    if (provider !== 'puter' || asked[0] !== 'router.huggingface.co') {
      throw new Error(
        `Expected Hugging Face to be asked first and Puter to step in, but asked: ${asked.join(', ')}`,
      );
    }
    const picture = join(FOLDER, `picture.${type.split('/')[1] ?? 'png'}`);
    const screenshot = join(FOLDER, 'popup.png') as `${string}.png`;
    await mkdir(FOLDER, { recursive: true });
    await writeFile(picture, Buffer.from(base64, 'base64'));
    await showWhole(page);
    await page.screenshot({ path: screenshot });
    say(`Picture:    ${picture}`);
    say(`Screenshot: ${screenshot}`);
  } finally {
    for (const stop of stops) stop();
  }
}

async function runWith(lab: Lab): Promise<void> {
  const start = () => launchChromium({ lab, extensionDir: BUILD });
  const chromium = await withProgress('Starting Chromium without a window', start);
  try {
    lab.answer({ host: 'router.huggingface.co' }, [{ fixture: 'router_hf_inference/503.busy' }]);
    await withProgress('Connecting sample accounts in the options page', () => connectAccounts(chromium));
    await runJob(chromium, lab);
    if (lab.violations.length > 0) throw new Error(lab.violations.join('; '));
  } finally {
    await chromium.close();
  }
}

/** The main job without a display: the real popup, the production build, Hugging Face down, Puter stepping in. */
export async function runMainJob(): Promise<void> {
  const lab = await startLab();
  say(`The stand-in internet listens on 127.0.0.1:${lab.port}; nothing leaves this machine.`);
  try {
    await runWith(lab);
  } finally {
    await lab.close();
  }
}
