import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Chromium, launchChromium } from '../../browser/chromium.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { send, untilAnswered } from './messages.ts';
import { driveOptions, type OptionsPage } from './options.ts';
import { drivePopup, type Popup } from './popup.ts';
import { emptyStorage } from './storage.ts';
import { HF_TOKEN, PUTER_TOKEN } from './tokens.ts';

export const CHROMIUM_BUILD = new URL('../../../.output/chrome-mv3', import.meta.url).pathname;
export const FIREFOX_BUILD = new URL('../../../.output/firefox-mv3', import.meta.url).pathname;

export interface Stage {
  lab: Lab;
  chromium: Chromium;
  /** Saves tokens for both providers, as the options page does. */
  connect(options?: { huggingface?: string | false; puter?: string | false }): Promise<void>;
  openPopup(): Promise<Popup>;
  openOptions(): Promise<OptionsPage>;
}

/** One lab and one Chromium for a test file; before each test both are as new. `grantedOrigins`: see `launchChromium`. */
export function useStage({ grantedOrigins = [] }: { grantedOrigins?: string[] } = {}): Stage {
  const stage = {} as Stage;

  beforeAll(async () => {
    stage.lab = await startLab();
    stage.chromium = await launchChromium({
      lab: stage.lab,
      extensionDir: CHROMIUM_BUILD,
      grantedOrigins,
    });
    await untilAnswered(await stage.chromium.openPage('/manifest.json'));
    stage.connect = async ({ huggingface = HF_TOKEN, puter = PUTER_TOKEN } = {}) => {
      const page = await stage.chromium.openPage('/options.html');
      if (huggingface) await send(page, 'saveToken', { slot: 'huggingface', token: huggingface });
      if (puter) await send(page, 'saveToken', { slot: 'puter', token: puter });
      await page.close();
    };
    stage.openPopup = async () => drivePopup(await stage.chromium.openPopup());
    stage.openOptions = async () => driveOptions(await stage.chromium.openPage('/options.html'));
  });

  beforeEach(async () => {
    const page = await stage.chromium.openPage('/options.html');
    // Closed first: a popup writes its draft as it goes.
    for (const other of await stage.chromium.browser.pages()) if (other !== page) await other.close();
    await emptyStorage(page);
    stage.lab.reset();
  });

  afterAll(async () => {
    await stage.chromium?.close();
    await stage.lab?.close();
  });

  return stage;
}
