import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { TEAM } from '../support/firefox-stage.ts';
import { send } from '../support/messages.ts';
import { WAIT } from '../support/page.ts';
import { HF_TOKEN, PUTER_TOKEN } from '../support/tokens.ts';
import { stage } from './stage.ts';

describe('the main job in Firefox', () => {
  beforeEach(() =>
    stage.inPage(async (page) => {
      await send(page, 'saveToken', { slot: 'huggingface', token: HF_TOKEN });
      await send(page, 'saveToken', { slot: 'puter', token: PUTER_TOKEN });
    }),
  );

  test('Hugging Face makes the picture', async () => {
    const popup = await stage.openPopup();
    await popup.generate('a red fox in the snow');
    const { width, height, ...picture } = await popup.picture();
    expect(picture).toEqual({ provider: 'huggingface', alt: 'a red fox in the snow' });
    expect(Math.min(width, height)).toBeGreaterThan(0);
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
    expect(stage.lab.requestsTo('api.puter.com')).toEqual([]);
    expect(stage.lab.violations).toEqual([]);
  });

  test('in the panel of the toolbar button, which is no larger than Firefox lets it be', async () => {
    const popup = await stage.openToolbarPopup();
    const { width, height } = await popup.size();
    expect(width).toBeLessThanOrEqual(800);
    expect(height).toBeLessThanOrEqual(600);
    await popup.write('a red fox in the snow');
    await popup.press('Generate');
    expect(await popup.picture()).toEqual({ provider: 'huggingface', alt: 'a red fox in the snow' });
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
  });

  test('Hugging Face answers 503 and Puter steps in, with one request to each and no dialog', async () => {
    stage.lab.answer({ host: 'router.huggingface.co' }, [{ status: 503, json: { error: 'Model too busy' } }]);
    const popup = await stage.openPopup();
    await popup.generate('a red fox in the snow');
    expect(await popup.picture()).toMatchObject({ provider: 'puter', alt: 'a red fox in the snow' });
    expect(stage.lab.requestsTo('router.huggingface.co')).toHaveLength(1);
    expect(stage.lab.requestsTo('api.puter.com').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /drivers/call',
    ]);
    expect(stage.lab.violations).toEqual([]);
  });

  test('a rejected Puter token ends in a sentence, not in an invisible dialog', async () => {
    stage.lab.answer({ host: 'router.huggingface.co' }, [{ status: 503, json: { error: 'Model too busy' } }]);
    stage.lab.answer({ host: 'api.puter.com', path: '/drivers/call' }, [
      { status: 401, json: { error: 'x', message: 'Authentication failed', code: 'token_auth_failed' } },
    ]);
    const popup = await stage.openPopup();
    await popup.generate('a red fox in the snow');
    await popup.alert('Both image generation services are currently unavailable.');
    expect(stage.lab.requestsTo('api.puter.com')).toHaveLength(1);
  });
});

describe("Firefox's own dialog for permissions", () => {
  const REFUSED = `Without your permission Understudy cannot reach ${TEAM}. Nothing is lost`;
  const NOT_ALLOWED = `Not asked: Understudy has no permission to reach ${TEAM}.`;

  async function nothingIsLeftToAllow(page: Page): Promise<void> {
    const isSo = () =>
      [...document.querySelectorAll<HTMLElement>('#sources button')].every(
        ({ innerText }) => innerText.trim() !== 'Allow',
      );
    await page.waitForFunction(isSo, WAIT);
  }

  test('refused while adding a hub: said, nobody asked, nothing added; the same form asks again', async () => {
    const { lab, firefox } = stage;
    lab.hubs.add({ host: TEAM, name: 'Team hub' });
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `https://${TEAM}`);
    await options.press('Continue');
    // A second press while Firefox's dialog is open opens no second dialog.
    await options.press('Continue');
    expect(await firefox.answerPermissionDialog('Deny')).toContain(`Access your data for sites in ${TEAM}`);
    await options.alert(REFUSED);
    expect(await firefox.isPermissionAsked()).toBe(false);
    expect(lab.requestsTo(TEAM)).toEqual([]);
    expect(await options.sources()).toEqual(['Hugging Face']);

    // The typed text is still there, and Enter opens the dialog as the button does.
    await (await options.find('textbox', 'Address')).press('Enter');
    await firefox.answerPermissionDialog('Allow');
    await options.shows('Found a KohakuHub');
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', 'Team hub']);
    await nothingIsLeftToAllow(options.page);
    expect(await firefox.isPermissionAsked()).toBe(false);
  });

  test('taken back in the add-ons manager: said, not asked; refusing loses nothing, Allow brings it back', async () => {
    const { lab, firefox } = stage;
    lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/painter' }] });
    const url = `https://${TEAM}`;
    const source = { name: 'Team hub', url, type: 'kohakuhub' as const, enabled: true, namespaces: [] };
    await stage.inPage((page) => send(page, 'addSource', { source }));
    const options = await stage.openOptions();
    await options.press('Allow');
    await firefox.answerPermissionDialog('Allow');
    await nothingIsLeftToAllow(options.page);

    await firefox.withdraw(url);
    await options.sourceShows('Team hub', NOT_ALLOWED);
    await options.askChain('our/painter');
    await options.answered('Nobody has it');
    expect(lab.requestsTo(TEAM)).toEqual([]);
    await options.press('Allow');
    await firefox.answerPermissionDialog('Deny');
    await options.alert(REFUSED);
    expect(await options.sources()).toEqual(['Hugging Face', 'Team hub']);

    await options.press('Allow');
    await firefox.answerPermissionDialog('Allow');
    await nothingIsLeftToAllow(options.page);
    await options.askChain('our/painter');
    await options.answered('Team hub has it.');
    expect(lab.requestsTo(TEAM).length).toBeGreaterThan(0);
  });
});
