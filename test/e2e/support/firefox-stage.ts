import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Firefox, launchFirefox } from '../../browser/firefox.ts';
import { type Lab, startLab } from '../../lab/lab.ts';
import { driveOptions, type Options } from '../hub/support/options.ts';
import { withdrawAll } from '../hub/support/permissions.ts';
import { keepFailures } from './failures.ts';
import { closeFirefoxPanel, driveFirefoxPanel, type FirefoxPanel } from './firefox-panel.ts';
import { send } from './messages.ts';
import { paidTooOftenNow } from './paid-requests.ts';
import { drivePopup, type Popup } from './popup.ts';
import { startAfresh } from './storage.ts';
import { FIREFOX_BUILD } from './world.ts';

export interface FirefoxStage {
  lab: Lab;
  firefox: Firefox;
  openPopup(): Promise<Popup>;
  /** The real popup, in the panel of the toolbar button. */
  openToolbarPopup(): Promise<FirefoxPanel>;
  openOptions(): Promise<Options>;
  /** Runs something in a page of the extension that is open anyway. */
  inPage<Value>(work: (page: Page) => Promise<Value>): Promise<Value>;
}

/** The only hub of these tests. The extension has no permission for it at first. */
export const TEAM = 'team.example';

/**
 * One lab and one Firefox for a test file, with an administrator's policy if there is one. Before each test permissions,
 * storage and lab are reset.
 */
export function useFirefoxStage({ policy }: { policy?: object } = {}): FirefoxStage {
  const stage = {} as FirefoxStage;
  let desk: Page;
  keepFailures(
    stage,
    async () => stage.firefox?.browser.pages() ?? [],
    () => stage.firefox?.browser,
  );

  stage.inPage = (work) => work(desk);
  stage.openPopup = async () => drivePopup(await stage.firefox.openPopup('textarea'));
  stage.openToolbarPopup = async () => {
    await stage.firefox.openToolbarPopup();
    return driveFirefoxPanel(desk);
  };
  stage.openOptions = async () => driveOptions(await stage.firefox.openPage('/options.html#hubs'));

  beforeAll(async () => {
    stage.lab = await startLab();
    stage.firefox = await launchFirefox({
      lab: stage.lab,
      extensionDir: FIREFOX_BUILD,
      ...(policy && { policy }),
    });
    // A page that shows nothing of the extension and asks nobody; its manifest is shown by a page of Firefox's own.
    desk = await stage.firefox.openPage('/LICENSE');
  });

  beforeEach(async () => {
    // Other pages are closed first: a popup writes its draft as it closes.
    for (const other of await stage.firefox.browser.pages()) if (other !== desk) await other.close();
    await closeFirefoxPanel(desk);
    await withdrawAll(desk);
    await startAfresh(desk, () => send(desk, 'cancelAll', {}));
    stage.lab.reset();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') expect(await paidTooOftenNow(stage.lab, desk)).toEqual([]);
  });

  afterAll(async () => {
    await stage.firefox?.close();
    await stage.lab?.close();
  });

  return stage;
}
