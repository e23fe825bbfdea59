import { describe, expect, test } from 'vitest';
import { findBarriers, POPUP_LOOKS } from '../support/axe.ts';
import { send } from '../support/messages.ts';
import { byName } from '../support/page.ts';
import { drivePopup } from '../support/popup.ts';
import { words } from '../support/words.ts';
import type { Finder } from './support/finder.ts';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
const ROUTER = 'router.huggingface.co';
const PUTER = 'api.puter.com';

async function addTeam() {
  const hub = stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/qwen-painter', likes: 3 }] });
  await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
  await stage.connect();
  return hub;
}

describe('finding a model over all sources', () => {
  test('results say where they live and whether Hugging Face can run them; the chosen one makes the picture', async () => {
    const hub = await addTeam();
    hub.add({ id: 'Qwen/Qwen-Image' });
    const finder = await stage.openFinder();
    await finder.search('qwen');
    // Each source's results are shown as it answers.
    await finder.status('Models found: 2');
    const [first, second] = await finder.results(2);
    const both = [first, second].join('\n---\n');
    expect(both).toMatch(/Qwen\/Qwen-Image\nHugging Face can run it now\nAt Hugging Face, Team/);
    expect(both).toMatch(/our\/qwen-painter\nHugging Face does not run it now\nTeam has its files/);

    await finder.press('Use Qwen/Qwen-Image');
    await finder.shows('Qwen/Qwen-Image');
    const popup = drivePopup(finder.page);
    await popup.generate('a paper boat');
    expect((await popup.picture()).provider).toBe('huggingface');
    const [asked] = stage.lab.requestsTo(ROUTER);
    expect(`${asked?.path} ${asked?.bodyText}`.toLowerCase()).toContain('qwen-image');
    expect(stage.lab.violations).toEqual([]);
  });

  test('a failing source is said in one line, and empties nothing', async () => {
    await addTeam();
    await stage.addSources({ url: `https://${MIRROR}`, name: 'Mirror' });
    stage.lab.answer({ host: MIRROR }, [{ status: 503, json: {} }]);
    const finder = await stage.openFinder();
    await finder.search('qwen');
    expect(await finder.results(2)).toHaveLength(2);
    const lines = (await finder.text()).split('\n').filter((line) => line.startsWith('Mirror'));
    expect(lines).toEqual(['Mirror: out of order (503)']);
  });

  test('every source fails: an error in words', async () => {
    await addTeam();
    for (const host of [TEAM, 'huggingface.co']) stage.lab.answer({ host }, ['html']);
    const finder = await stage.openFinder();
    await finder.search('qwen');
    await finder.alert('No source could answer.');
    for (const host of [TEAM, 'huggingface.co']) stage.lab.answer({ host }, ['pass']);
    await finder.press(words('common_retry'));
    expect(await finder.results(2)).toHaveLength(2);
  });

  test('the chosen model stays in sight, and is given back', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await finder.search('qwen');
    await finder.press('Use Qwen/Qwen-Image');
    await finder.status(words('popup_model_chosen', 'Qwen/Qwen-Image'));
    const chip = await finder.find('button', 'Model');
    expect(await chip.evaluate((button) => button.getAttribute('aria-description'))).toBe('Qwen-Image');
    expect(await chip.evaluate((button) => button === document.activeElement)).toBe(true);
    await chip.click();
    const recent = await finder.find('list', words('popup_models_recent'));
    await (await recent.$('button'))?.click();
    await finder.status(words('popup_model_chosen', 'black-forest-labs/FLUX.1-schnell'));
    const popup = drivePopup(finder.page);
    await popup.generate('a paper boat');
    await popup.picture();
    const [asked] = stage.lab.requestsTo(ROUTER);
    expect(`${asked?.path} ${asked?.bodyText}`).toContain('FLUX.1-schnell');
  });

  test('with looking up switched off, it is said and where to switch it on', async () => {
    await addTeam();
    await stage.inPage((page) => send(page, 'updateSettings', { patch: { hub: { enabled: false } } }));
    const popup = drivePopup(await stage.chromium.openPopup());
    await popup.press('Model');
    await popup.press(words('common_open_options'), '.finder');
    expect(await popup.text()).toContain(words('popup_no_sources'));
    await stage.chromium.browser.waitForTarget((target) => target.url().includes('options.html#sources'));
  });

  test('words that match nothing', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await finder.search('no such thing');
    await finder.shows('No source lists a picture model like this.');
  });

  test('the search for older words is ended, and never replaces that for newer ones', async () => {
    await addTeam();
    stage.lab.answer({ host: 'huggingface.co', path: /search=flux/ }, ['hang']);
    const finder = await stage.openFinder();
    await finder.search('flux');
    await stage.lab.waitForRequest(({ query }) => query.get('search') === 'flux');
    await finder.search('qwen');
    await finder.results(2);
    await stage.lab.waitForRequest(({ query, closedEarly }) => query.get('search') === 'flux' && closedEarly);
    expect((await finder.results(2)).join()).toContain('Qwen/Qwen-Image');
  });
});

describe('before anything is looked for', () => {
  const namesIn = async (finder: Finder, list: string) => {
    const found = await finder.find('list', list);
    return found.evaluate((one) => [...one.querySelectorAll('bdi')].map((name) => name.textContent));
  };

  test('what works now stands there with what it takes, and a favourite stays first when the popup was closed', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await expect.poll(() => namesIn(finder, words('popup_models_working'))).toContain('Qwen/Qwen-Image');
    expect(await namesIn(finder, words('popup_models_working'))).not.toContain('our/qwen-painter');
    expect(await namesIn(finder, words('popup_models_recent'))).toEqual(['black-forest-labs/FLUX.1-schnell']);
    expect(await finder.text()).toContain(words('popup_takes_no_negative_prompt'));
    const working = await finder.find('list', words('popup_models_working'));
    const heart = await working.$(`button[title="${words('popup_favourite_named', 'Qwen/Qwen-Image')}"]`);
    await heart?.click();
    expect(await namesIn(finder, words('popup_models_favourite'))).toEqual(['Qwen/Qwen-Image']);
    expect(await findBarriers(finder.page, POPUP_LOOKS)).toEqual([]);
    await finder.page.reload();
    await finder.press('Model');
    expect(await namesIn(finder, words('popup_models_favourite'))).toEqual(['Qwen/Qwen-Image']);
    const favourites = await finder.find('list', words('popup_models_favourite'));
    await (await favourites.$('button'))?.click();
    await finder.status(words('popup_model_chosen', 'Qwen/Qwen-Image'));
  });

  test('the view is as high whatever it shows, and takes words while the sources are silent', async () => {
    await addTeam();
    for (const host of [TEAM, 'huggingface.co']) stage.lab.answer({ host }, ['hang']);
    const finder = await stage.openFinder();
    const height = async () =>
      (await finder.find('dialog', 'Model')).evaluate((one) => one.getBoundingClientRect().height);
    const before = await height();
    await finder.search('a rather long search');
    const field = await finder.find('searchbox', words('popup_search_label'));
    expect(await field.evaluate((one) => (one as HTMLInputElement).value)).toBe('a rather long search');
    await finder.status(words('popup_searching'));
    expect(await height()).toBe(before);
  });
});

describe('a model that only a KohakuHub hosts', () => {
  test('is not offered for use: who has it is said, and its page is a press away', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await finder.search('qwen-painter');
    const [result] = await finder.results(1);
    expect(result).toContain(words('popup_has_files', 'Team'));
    expect(await finder.page.$(byName('button', 'Use our/qwen-painter'))).toBeNull();
    expect(await findBarriers(finder.page, POPUP_LOOKS)).toEqual([]);
    await finder.press(words('popup_look_inside_named', 'our/qwen-painter'));
    await finder.shows(words('popup_runnable_no'));
    await finder.find('button', words('popup_open_page'));
    expect(await finder.page.$(byName('button', words('popup_use_model')))).toBeNull();
    await finder.press(words('popup_back'));
    await finder.press(words('popup_open_named', 'our/qwen-painter', 'Team'));
    await stage.chromium.browser.waitForTarget(
      (target) => target.url() === `https://${TEAM}/models/our/qwen-painter`,
    );
  });

  test('is said to be so before anything is paid: neither service is asked', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await finder.search('qwen-painter');
    await finder.results(1);
    await stage.inPage((page) =>
      send(page, 'updateSettings', { patch: { huggingface: { model: 'our/qwen-painter' } } }),
    );
    const popup = drivePopup(finder.page);
    await popup.generate('a paper boat');
    const alert = await popup.alert('This model is hosted elsewhere.');
    expect(alert).toContain('Team hosts our/qwen-painter');
    expect(alert).toContain('Nothing was paid.');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });

  test('a model that Hugging Face has, too, is run there, even if another source comes first', async () => {
    const hub = await addTeam();
    hub.add({ id: 'Qwen/Qwen-Image' });
    await stage.orderSources('Team', 'Hugging Face');
    const finder = await stage.openFinder();
    await finder.search('Qwen-Image');
    // Each source's results are shown as it answers; Hugging Face says whether it can run what another hub lists first.
    await finder.shows('At Team, Hugging Face');
    const [result] = await finder.results(1);
    expect(result).toMatch(/Qwen\/Qwen-Image\nHugging Face can run it now\nAt Team, Hugging Face/);
    await finder.press('Use Qwen/Qwen-Image');
    const popup = drivePopup(finder.page);
    await popup.generate('a paper boat');
    expect((await popup.picture()).provider).toBe('huggingface');
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });
});
