import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { startLab } from '../lab/lab.ts';
import { send, untilAnswered } from './support/messages.ts';
import { useStage } from './support/stage.ts';
import { words } from './support/words.ts';
import { CHROMIUM_BUILD } from './support/world.ts';

const stage = useStage();

interface ButtonApis {
  chrome: {
    action: { getPopup(details: object): Promise<string> };
    sidePanel: { getPanelBehavior(): Promise<{ openPanelOnActionClick?: boolean }> };
  };
}

/** What the browser itself says that its button opens. */
const opens = (page: Page) =>
  page.evaluate(async () => {
    const { action, sidePanel } = (globalThis as unknown as ButtonApis).chrome;
    const { openPanelOnActionClick } = await sidePanel.getPanelBehavior();
    const popup = await action.getPopup({});
    return [popup === '' ? 'no popup' : new URL(popup).pathname, openPanelOnActionClick ?? false];
  });

test('the button of the toolbar opens the side panel instead, until that is switched off again', async () => {
  const options = await stage.openOptions();
  await options.goTo('Pictures');
  expect(await opens(options.page)).toEqual(['/popup.html', false]);
  const toggle = () => options.toggleIn('section#toolbar', words('options_toolbar_opensSidePanel'));
  await toggle();
  await expect.poll(() => opens(options.page)).toEqual(['no popup', true]);
  await toggle();
  await expect.poll(() => opens(options.page)).toEqual(['/popup.html', false]);
  const popup = await stage.openToolbarPopup();
  await popup.button('Generate');
});

test('a reset takes it back, too', async () => {
  const { page } = await stage.openOptions();
  await send(page, 'updateSettings', { patch: { toolbar: { opensSidePanel: true } } });
  await expect.poll(() => opens(page)).toEqual(['no popup', true]);
  await send(page, 'resetSettings', { confirmed: true });
  await expect.poll(() => opens(page)).toEqual(['/popup.html', false]);
});

test('it holds when the browser was closed meanwhile', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'understudy-toolbar-'));
  const lab = await startLab();
  const options = { lab, extensionDir: CHROMIUM_BUILD, userDataDir };
  let chromium = await launchChromium(options);
  try {
    const before = await chromium.openPage('/options.html');
    await untilAnswered(before);
    await send(before, 'updateSettings', { patch: { toolbar: { opensSidePanel: true } } });
    await expect.poll(() => opens(before)).toEqual(['no popup', true]);
    await chromium.close();
    chromium = await launchChromium(options);
    const after = await chromium.openPage('/options.html');
    await expect.poll(() => opens(after)).toEqual(['no popup', true]);
  } finally {
    await chromium.close();
    await lab.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
});
