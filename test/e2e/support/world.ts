import { type Chromium, launchChromium } from '../../browser/chromium.ts';
import { type Lab, startLab } from '../../lab/lab.ts';

export const CHROMIUM_BUILD = new URL('../../../.output/chrome-mv3', import.meta.url).pathname;
export const FIREFOX_BUILD = new URL('../../../.output/firefox-mv3', import.meta.url).pathname;

/** A lab and a Chromium that is led to it. */
export interface World {
  lab: Lab;
  chromium: Chromium;
}

/** Tests allow hubs by pressing *Allow*; the dialog that follows is answered beforehand, for any address. */
const ANY_ORIGIN = ['https://*/*', 'http://*/*'];

let shared: World | undefined;

/** A world for one file that changes the browser itself, or brings another build. */
export async function openWorld(extensionDir = CHROMIUM_BUILD): Promise<World> {
  const lab = await startLab();
  const chromium = await launchChromium({ lab, extensionDir, grantedOrigins: ANY_ORIGIN });
  return { lab, chromium };
}

/**
 * The world that all files of this worker process share: starting a browser takes longer than most tests. It
 * ends with the process. A file that takes it resets it: storage, permissions, pages, the worker's memory.
 */
export async function sharedWorld(): Promise<World> {
  if (shared?.chromium.browser.connected !== true) {
    await shared?.lab.close();
    shared = await openWorld();
  }
  return shared;
}

export async function closeWorld({ lab, chromium }: World): Promise<void> {
  if (lab === shared?.lab) return;
  await chromium.close();
  await lab.close();
}
