import { join } from 'node:path';
import { type Chromium, launchChromium } from '../browser/chromium.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { BUILD, ROOT } from './build.ts';
import { connectAccounts } from './connect-accounts.ts';
import { say, withProgress } from './report.ts';

/** A Mac and Windows always have one; elsewhere the environment says so. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** Waits for the window to be closed, or for Ctrl+C, which closes it. */
async function untilClosed(chromium: Chromium): Promise<void> {
  const closed = new Promise((resolve) => chromium.browser.once('disconnected', resolve));
  process.once('SIGINT', () => chromium.browser.close());
  await closed;
}

async function showWith(lab: Lab): Promise<void> {
  const start = () => launchChromium({ lab, extensionDir: BUILD, headless: false });
  const chromium = await withProgress('Opening a browser with the extension', start);
  lab.answer({ host: 'router.huggingface.co', method: 'POST' }, [
    { fixture: 'router_hf_inference/503.busy' },
    { delayMs: 1500, of: 'pass' },
  ]);
  await connectAccounts(chromium);
  await chromium.openPage('/popup.html');
  say('Ready. Type a prompt and press Generate.');
  say('The first time Hugging Face answers 503 and Puter steps in; after that Hugging Face draws.');
  say('Pictures are samples drawn on this machine; both accounts are samples too, and nothing leaves it.');
  say('The popup is also behind the toolbar: puzzle piece, then Understudy. Close the browser to end this.');
  await untilClosed(chromium);
}

/** Opens a browser with the extension and sample accounts, against the stand-in internet. */
export async function showAgainstLab(): Promise<void> {
  const lab = await startLab();
  try {
    await showWith(lab);
  } finally {
    await lab.close();
  }
}

/** Opens a browser with the extension on the real internet, in a profile that is kept. */
export async function showLive(): Promise<void> {
  const userDataDir = join(ROOT, '.output', 'start', 'live-profile');
  const start = () => launchChromium({ extensionDir: BUILD, headless: false, userDataDir });
  const chromium = await withProgress('Opening a browser with the extension', start);
  await chromium.openPage('/popup.html');
  say(
    'Ready, with the real services: connect Hugging Face or Puter first; pictures are paid from your accounts.',
  );
  say(`What you save is kept in ${userDataDir}. Close the browser to end this.`);
  await untilClosed(chromium);
}
