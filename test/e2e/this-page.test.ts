import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { TEAM, useHubStage } from './hub/support/hub-stage.ts';
import { violationsOn } from './support/axe.ts';
import { send } from './support/messages.ts';
import { drivePopup, type Popup } from './support/popup.ts';
import { words } from './support/words.ts';

const stage = useHubStage();
const MISSING = 'our/painter';

async function openOver(address: string): Promise<{ popup: Popup; page: Page }> {
  const page = await stage.chromium.browser.newPage();
  await page.goto(address);
  return { page, popup: drivePopup(await stage.chromium.openToolbarPopup(page)) };
}

async function addTeam() {
  stage.lab.hubs.add({ host: TEAM, repositories: [{ id: MISSING }, { id: 'our/data', type: 'dataset' }] });
  await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
  await stage.connect();
}

describe('the popup over a page of a hub', () => {
  test('the hub does not have it and another one has: one line says who, and leads there', async () => {
    await addTeam();
    const { popup } = await openOver(`https://huggingface.co/${MISSING}`);
    const region = await popup.find('region', 'This page');
    await popup.status(words('popup_this_page_missing', 'Team'));
    // Nothing is pushed: the row takes its height from the stage alone.
    const heights = await popup.page.evaluate(() => [
      document.querySelector('.composer')?.getBoundingClientRect().bottom === innerHeight,
      document.querySelector('.this-page')?.getBoundingClientRect().height,
    ]);
    expect(heights).toEqual([true, 36]);
    expect(await violationsOn(popup.page)).toEqual([]);
    await popup.click('button', 'Open', '.this-page');
    await stage.chromium.browser.waitForTarget(
      (target) => target.url() === `https://${TEAM}/models/${MISSING}`,
    );
    expect(await region.isVisible().catch(() => false)).toBe(false);
  });

  test('a dataset, too; and the line can be put away', async () => {
    await addTeam();
    const { popup } = await openOver('https://huggingface.co/datasets/our/data');
    await popup.status(words('popup_this_page_missing', 'Team'));
    await popup.press('Close', '.this-page');
    await popup.page.waitForFunction(() => document.querySelector('.this-page') === null);
  });

  test.each([
    ['the hub has it', 'black-forest-labs/FLUX.1-schnell'],
    ['nobody has it', 'no-such/thing'],
  ])('nothing is said where %s', async (_, id) => {
    await addTeam();
    const { popup } = await openOver(`https://huggingface.co/${id}`);
    // What a hub says beside a 404 is not read to its end, so the answer may count as broken off.
    await stage.lab.waitForRequest(
      ({ host, path, status }) => host === TEAM && path.endsWith(id) && status !== undefined,
    );
    await stillNothing(popup);
  });

  test('nobody is asked where it is no repository', async () => {
    await addTeam();
    const { popup } = await openOver('https://huggingface.co/settings/tokens');
    await popup.button('Generate');
    await stillNothing(popup);
    expect(stage.lab.requestsTo(TEAM, 'settings')).toEqual([]);
  });
});

/** The background answers in turn: what was asked before this is answered by then, and drawn. */
async function stillNothing({ page }: Popup): Promise<void> {
  await send(page, 'checkModel', { model: 'nobody/asked-this-before' });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(await page.$('.this-page')).toBeNull();
}
