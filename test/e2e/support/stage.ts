import type { Page } from 'puppeteer-core';
import { send } from './messages.ts';
import { driveOptions, type OptionsPage } from './options.ts';
import { drivePopup, type Popup } from './popup.ts';
import { HF_TOKEN, PUTER_TOKEN } from './tokens.ts';
import { useWorld, type WorldOptions } from './use-world.ts';
import type { World } from './world.ts';

export interface Stage extends World {
  /** Saves tokens for both providers, as the options page does. */
  connect(options?: { huggingface?: string | false; puter?: string | false }): Promise<void>;
  /** The real popup of the toolbar button; opening or focusing anything else closes it. */
  openToolbarPopup(over?: Page): Promise<Popup>;
  /** The popup's page in a tab of its own, for what needs another page beside it, or another size. */
  openPopup(): Promise<Popup>;
  openOptions(): Promise<OptionsPage>;
}

/** One lab and one Chromium for a test file; before each test both are reset. */
export function useStage(options: WorldOptions = {}): Stage {
  const stage = {} as Stage;
  const desk = useWorld(stage, options);

  stage.connect = async ({ huggingface = HF_TOKEN, puter = PUTER_TOKEN } = {}) => {
    if (huggingface) await send(desk(), 'saveToken', { slot: 'huggingface', token: huggingface });
    if (puter) await send(desk(), 'saveToken', { slot: 'puter', token: puter });
  };
  stage.openToolbarPopup = async (over) => drivePopup(await stage.chromium.openToolbarPopup(over));
  stage.openPopup = async () => drivePopup(await stage.chromium.openPopup());
  stage.openOptions = async () => driveOptions(await stage.chromium.openPage('/options.html'));

  return stage;
}
