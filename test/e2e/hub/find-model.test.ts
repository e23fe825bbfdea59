import { describe, expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { drivePopup } from '../support/popup.ts';
import { words } from '../support/words.ts';
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
    const [first, second] = await finder.results(2);
    const both = [first, second].join('\n---\n');
    expect(both).toMatch(/Qwen\/Qwen-Image\nHugging Face can run it now\nAt Hugging Face, Team/);
    expect(both).toMatch(/our\/qwen-painter\nHugging Face does not run it now\nAt Team/);
    await finder.status('Models found: 2');

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
    await finder.find('list', words('popup_models_near'));
    await finder.page.click(`ul[aria-label="${words('popup_models_near')}"] button`);
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
    stage.lab.answer({ host: 'huggingface.co', path: /search=flux/ }, [{ delayMs: 1500, of: 'pass' }]);
    const finder = await stage.openFinder();
    await finder.search('flux');
    await stage.lab.waitForRequest(({ query }) => query.get('search') === 'flux');
    await finder.search('qwen');
    await finder.results(2);
    await stage.lab.waitForRequest(({ query, closedEarly }) => query.get('search') === 'flux' && closedEarly);
    expect((await finder.results(2)).join()).toContain('Qwen/Qwen-Image');
  });
});

describe('a model that only a KohakuHub hosts', () => {
  test('is said to be so before anything is paid: neither service is asked', async () => {
    await addTeam();
    const finder = await stage.openFinder();
    await finder.search('qwen-painter');
    await finder.results(1);
    await finder.press('Use our/qwen-painter');
    const popup = drivePopup(finder.page);
    await popup.generate('a paper boat');
    const alert = await popup.alert('This model is hosted elsewhere.');
    expect(alert).toContain('Team hosts our/qwen-painter');
    expect(alert).toContain('Nothing was paid.');
    expect(stage.lab.requestsTo(ROUTER)).toEqual([]);
    expect(stage.lab.requestsTo(PUTER)).toEqual([]);
  });

  test('but one that Hugging Face has, too, is run there, whoever comes first', async () => {
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
