import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launchChromium } from '../browser/chromium.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { untilAnswered } from '../e2e/support/messages.ts';
import { CHROMIUM_BUILD, FIREFOX_BUILD } from '../e2e/support/world.ts';
import type { Lab } from '../lab/lab.ts';

/** A browser with the extension, as far as a soak handles it. */
interface Running {
  openPage(path: string): Promise<Page>;
  killWorker(): Promise<void>;
  kill(): Promise<void>;
  close(): Promise<void>;
  /** Moves the clock that the worker reads, until it is started again; missing where that cannot be done. */
  moveClock?(byMs: number): Promise<void>;
}

export interface Player {
  /** A page of the extension that shows nothing. */
  page(): Page;
  killWorker(): Promise<void>;
  /** Ends the browser without a goodbye, and starts it again over the same profile. */
  crash(): Promise<void>;
  moveClock: ((byMs: number) => Promise<void>) | undefined;
  close(): Promise<void>;
}

export type PlayedBrowser = 'chromium' | 'firefox';

async function startChromium(lab: Lab, userDataDir: string): Promise<Running> {
  const chromium = await launchChromium({ lab, extensionDir: CHROMIUM_BUILD, userDataDir });
  return {
    ...chromium,
    moveClock: (byMs) =>
      chromium.inWorker((ms) => {
        const { now } = Date;
        Date.now = () => now() + ms;
      }, byMs),
  };
}

function startFirefox(lab: Lab, userDataDir: string): Promise<Running> {
  return launchFirefox({ lab, extensionDir: FIREFOX_BUILD, userDataDir });
}

/** Starts a browser over a profile that lasts as long as the player does. */
export async function startPlayer(name: PlayedBrowser, lab: Lab): Promise<Player> {
  const profile = await mkdtemp(join(tmpdir(), `understudy-soak-${name}-`));
  const start = name === 'chromium' ? startChromium : startFirefox;
  let running: Running;
  let page: Page;

  async function begin() {
    running = await start(lab, profile);
    page = await running.openPage('/manifest.json');
    await untilAnswered(page);
  }
  await begin();

  return {
    page: () => page,
    killWorker: () => running.killWorker(),
    async crash() {
      await running.kill();
      await begin();
    },
    get moveClock() {
      const { moveClock } = running;
      if (moveClock === undefined) return undefined;
      return async (byMs: number) => {
        // The worker may not run yet.
        await untilAnswered(page);
        await moveClock(byMs);
      };
    },
    async close() {
      await running.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
