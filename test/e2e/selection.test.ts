import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { send, untilAnswered } from './support/messages.ts';
import { WAIT } from './support/page.ts';
import { drivePopup } from './support/popup.ts';
import { useStage } from './support/stage.ts';
import { readJobs, readStorage } from './support/storage.ts';
import { words } from './support/words.ts';
import { badgeOf, buttonTitleOf, selectInMenu } from './support/worker.ts';

const stage = useStage();

/** The small window, or the popup, that the composer opens in where nobody pressed anything real. */
async function composer(): Promise<Page> {
  const { browser, extensionId } = stage.chromium;
  const target = await browser.waitForTarget(
    (one) => one.url().startsWith(`chrome-extension://${extensionId}/popup.html`),
    { timeout: 60_000 },
  );
  return target.asPage();
}

describe('text selected on a page', () => {
  test('opens above the prompt, in the style that was chosen, and can be taken away', async () => {
    await stage.connect();
    const options = await stage.chromium.openPage('/options.html');
    await send(options, 'updateSettings', { patch: { pictures: { keepsPage: true } } });
    await options.close();
    const url = 'https://story.example/chapter';
    await selectInMenu(stage, 'photo', 'edit-first', 'A red fox sat in the snow.', { url });
    const popup = drivePopup(await composer());
    await popup.page.waitForSelector('blockquote');
    expect(await popup.page.$eval('blockquote', (quote) => quote.textContent)).toBe(
      'A red fox sat in the snow.',
    );
    expect(await popup.page.evaluate(() => document.activeElement?.id)).toBe('prompt');
    expect(stage.lab.log.filter(({ method }) => method === 'POST')).toEqual([]);
    await popup.generate('at night');
    const [picture] = [await popup.picture()];
    expect(picture.alt).toBe('A red fox sat in the snow.\nat night');
    const [job] = await readJobs(popup.page);
    expect(job).toMatchObject({ page: url, request: { style: 'photo' } });
    await popup.press(words('popup_quote_remove'));
    await popup.page.waitForSelector('blockquote', { hidden: true });
    await popup.generate('an owl');
    await expect.poll(async () => (await readJobs(popup.page)).length, { timeout: 60_000 }).toBe(2);
    const pages = (await readJobs(popup.page)).map(({ request, page }) => [request.prompt, page]);
    expect(pages).toContainEqual(['an owl', undefined]);
  });

  test('straight away becomes a picture, or fails: without notifications the button says so until a page of ours is open', async () => {
    await stage.connect();
    const page = await stage.chromium.openPage('/options.html');
    await send(page, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
    await selectInMenu(stage, 'none', 'straight-away', 'A red fox sat in the snow.');
    await expect.poll(async () => (await readJobs(page))[0]?.status, { timeout: 60_000 }).toBe('succeeded');
    const [job] = await readJobs(page);
    expect(job).toMatchObject({ origin: 'selection', request: { prompt: 'A red fox sat in the snow.' } });
    const button = async () => [await badgeOf(page), await buttonTitleOf(page)];
    await expect.poll(button, WAIT).toEqual(['✓', words('button_made')]);

    const refusal = { status: 400, json: { error: 'Bad prompt' } };
    stage.lab.answer({ host: 'router.huggingface.co' }, [refusal]);
    await selectInMenu(stage, 'none', 'straight-away', 'A blue whale.');
    await expect.poll(button, WAIT).toEqual(['!', words('button_failed')]);
    // The next worker says the same, before anybody does anything.
    await stage.chromium.killWorker();
    await untilAnswered(page);
    await expect.poll(async () => (await readJobs(page)).map(({ unseen }) => unseen)).toEqual([true, true]);
    expect(await button()).toEqual(['!', words('button_failed')]);

    const popup = await stage.openPopup();
    expect(await popup.alert()).toContain(words('error_VALIDATION_ERROR'));
    await expect.poll(button, WAIT).toEqual(['', words('extension_name')]);
  });

  test('straight away it is in the size and the model of its style, and is said to be shortened with its picture', async () => {
    await stage.connect();
    const page = await stage.chromium.openPage('/options.html');
    await send(page, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
    const style = { name: 'Poster', template: '{prompt} On a poster.', width: 832, height: 1216 };
    const added = await send(page, 'addStyle', { style });
    const id = added.ok ? added.value.id : '';
    await selectInMenu(stage, id, 'straight-away', 'A red fox sat in the snow. '.repeat(200));
    await expect.poll(async () => (await readJobs(page))[0]?.status, { timeout: 60_000 }).toBe('succeeded');
    expect((await readJobs(page))[0]).toMatchObject({
      shortened: true,
      request: { width: 832, height: 1216, ownStyle: { name: 'Poster' } },
    });
    const popup = await stage.openPopup();
    await popup.picture();
    expect(await popup.text()).toContain(words('common_shortened', '2,000'));
  });

  test('straight away, with no service connected, opens the composer, which keeps it and says what is missing', async () => {
    const page = await stage.chromium.openPage('/options.html');
    await send(page, 'updateSettings', { patch: { selection: { mode: 'straight-away' } } });
    await selectInMenu(stage, 'none', 'straight-away', 'A red fox sat in the snow.');
    const popup = drivePopup(await composer());
    await popup.page.waitForSelector('blockquote');
    await popup.button(words('popup_connect_huggingface'));
    expect(await popup.text()).toContain('A red fox sat in the snow.');
    expect(await readJobs(popup.page)).toEqual([]);
  });

  test('of two megabytes, with half a sign and a turned direction, is cut after a sentence, and that is said', async () => {
    await stage.connect();
    const sentence = 'A red fox \u202esat in the \ud800snow. ';
    await selectInMenu(stage, 'none', 'edit-first', sentence.repeat(75_000));
    const popup = drivePopup(await composer());
    await popup.page.waitForSelector('.quote-shortened');
    const quote = await popup.page.$eval('blockquote', (one) => one.textContent ?? '');
    expect(quote.isWellFormed()).toBe(true);
    expect(quote).toMatch(/^(A red fox sat in the \ufffd?snow\. ?){60,}$/);
    expect(quote.length).toBeLessThanOrEqual(2_000);
    expect(await popup.text()).toContain(words('common_shortened', '2,000'));
    await popup.generate('at night');
    expect((await popup.picture()).alt).toBe(`${quote}\nat night`);
  });

  test('of nothing but blanks is said, and nothing is sent', async () => {
    await stage.connect();
    await selectInMenu(stage, 'none', 'straight-away', '   \u202e ');
    const popup = drivePopup(await composer());
    expect(await popup.alert()).toContain(words('problem_SELECTION_EMPTY'));
    expect(await readJobs(popup.page)).toEqual([]);
    expect(Object.keys(await readStorage(popup.page))).not.toContain('composer:hand-over');
  });
});
