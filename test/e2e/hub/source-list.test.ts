import { beforeEach, describe, expect, test } from 'vitest';
import { findBarriers, OPTIONS_LOOKS } from '../support/axe.ts';
import { ATTIC, MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';
import type { Options } from './support/options.ts';

const POLL = { timeout: 60_000 };
const stage = useHubStage();
let options: Options;

beforeEach(async () => {
  for (const host of [TEAM, MIRROR, ATTIC])
    stage.lab.hubs.add({ host, repositories: [{ id: 'our/painter' }] });
  await stage.addSources(
    { url: `https://${TEAM}`, name: 'Team' },
    { url: `https://${MIRROR}`, name: 'Mirror' },
    { url: `https://${ATTIC}`, name: 'Attic' },
  );
  options = await stage.openOptions();
  await options.sourcesAre(['Hugging Face', 'Team', 'Mirror', 'Attic']);
});

const focused = () =>
  options.page.evaluate(() => {
    const active = document.activeElement;
    return [active?.closest('li')?.querySelector('h4')?.textContent, active?.textContent];
  });

test('eight hubs fit one screen of a small laptop', async () => {
  const hubs = Array.from({ length: 4 }, (_, place) => `hub-${place}.example`);
  for (const host of hubs) stage.lab.hubs.add({ host });
  await stage.addSources(...hubs.map((host) => ({ url: `https://${host}`, name: host })));
  const options = await stage.openOptions();
  await options.page.setViewport({ width: 1280, height: 720 });
  await options.sourcesAre(['Hugging Face', 'Team', 'Mirror', 'Attic', ...hubs]);
  const fits = await options.page.$eval(
    'ol[aria-label="Sources"]',
    (list) => list.getBoundingClientRect().bottom <= innerHeight,
  );
  expect(fits).toBe(true);
});

describe('order', () => {
  test('Move up and Move down; the ends are ends; it is stored, and said', async () => {
    await options.pressIn('Attic', 'Move up');
    await options.sourcesAre(['Hugging Face', 'Team', 'Attic', 'Mirror']);
    await options.shows('Attic is now number 3 of 4.');
    await options.pressIn('Hugging Face', 'Move down');
    await options.sourcesAre(['Team', 'Hugging Face', 'Attic', 'Mirror']);
    const ends = () =>
      options.page.$$eval('ol[aria-label="Sources"] .order-buttons button', (buttons) =>
        buttons.map((button) => (button as HTMLButtonElement).disabled),
      );
    await expect.poll(ends, POLL).toEqual([true, false, false, false, false, false, false, true]);
    await expect.poll(() => stage.sourceNames(), POLL).toEqual(['Team', 'Hugging Face', 'Attic', 'Mirror']);
    await options.page.reload();
    await options.sourcesAre(['Team', 'Hugging Face', 'Attic', 'Mirror']);
  });

  test('with the keyboard alone, the focus going with the source', async () => {
    await (await options.find('button', 'Move up', options.itemOf('Attic'))).focus();
    for (const order of [
      ['Hugging Face', 'Team', 'Attic', 'Mirror'],
      ['Hugging Face', 'Attic', 'Team', 'Mirror'],
      ['Attic', 'Hugging Face', 'Team', 'Mirror'],
    ]) {
      await options.page.keyboard.press('Enter');
      await options.sourcesAre(order);
    }
    // Nothing is above the first place, so the other button has the focus.
    expect(await focused()).toEqual(['Attic', 'Move down']);
    await options.page.keyboard.press('Space');
    await options.sourcesAre(['Hugging Face', 'Attic', 'Team', 'Mirror']);
    expect(await focused()).toEqual(['Attic', 'Move down']);
    // The page shows an order before it is stored.
    await expect.poll(() => stage.sourceNames(), POLL).toEqual(['Hugging Face', 'Attic', 'Team', 'Mirror']);
  });

  test('moved again before the last move is stored: the list never goes back, and the last order is stored', async () => {
    await options.page.evaluate(() => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } };
      type Send = (message: { name: string }) => Promise<unknown>;
      const send = chrome.runtime.sendMessage;
      // The read is answered late, after the list was moved again.
      chrome.runtime.sendMessage = async (message) => {
        const reply = await send(message);
        if (message.name === 'readSettings') await new Promise((resolve) => setTimeout(resolve, 400));
        return reply;
      };
      const list = document.querySelector('ol[aria-label="Sources"]') as HTMLElement;
      const names = () => [...list.querySelectorAll('h4')].map(({ textContent }) => textContent).join(' ');
      const seen = [names()];
      new MutationObserver(() => {
        if (seen.at(-1) !== names()) seen.push(names());
      }).observe(list, { childList: true, subtree: true });
      Object.assign(globalThis, { seen });
    });
    await (await options.find('button', 'Move up', options.itemOf('Attic'))).focus();
    for (let move = 0; move < 3; move += 1) await options.page.keyboard.press('Enter');
    await options.shows('Attic is now number 1 of 4.');
    await expect.poll(() => stage.sourceNames(), POLL).toEqual(['Attic', 'Hugging Face', 'Team', 'Mirror']);
    // A last change: when it is shown, all earlier reads have been answered.
    await options.pressIn('Mirror', 'Move up');
    await options.sourcesAre(['Attic', 'Hugging Face', 'Mirror', 'Team']);
    await options.shows('Mirror is now number 3 of 4.');
    expect(await options.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([
      'Hugging Face Team Mirror Attic',
      'Hugging Face Team Attic Mirror',
      'Hugging Face Attic Team Mirror',
      'Attic Hugging Face Team Mirror',
      'Attic Hugging Face Mirror Team',
    ]);
  });

  test('by dragging', async () => {
    await options.page.setViewport({ width: 1100, height: 700 });
    const handle = await options.page.waitForSelector(`${options.itemOf('Attic')} [draggable]`);
    const place = await options.page.waitForSelector(`${options.itemOf('Team')} h4`);
    if (!handle || !place) throw new Error('There is nothing to drag');
    await handle.scrollIntoView();
    const from = await handle.clickablePoint();
    const to = await place.clickablePoint();
    await options.page.mouse.move(from.x, from.y);
    await options.page.mouse.down();
    await options.page.mouse.move(to.x, to.y, { steps: 8 });
    await options.page.mouse.up();
    await options.sourcesAre(['Hugging Face', 'Attic', 'Team', 'Mirror']);
    await options.shows('Attic is now number 2 of 4.');
    await expect.poll(() => stage.sourceNames(), POLL).toEqual(['Hugging Face', 'Attic', 'Team', 'Mirror']);
  });

  test('decides who is used: the first that has it', async () => {
    await options.askChain('our/painter');
    await options.answered('Team has it. Confirmed: every source above said no.');
    await options.pressIn('Mirror', 'Move up');
    await options.sourcesAre(['Hugging Face', 'Mirror', 'Team', 'Attic']);
    const before = stage.lab.log.length;
    await options.askChain('our/painter');
    const { nodes, words } = await options.answered('Mirror has it. Confirmed');
    expect(nodes.map(({ name, isUsed }) => [name, isUsed])).toEqual([
      ['Hugging Face', false],
      ['Mirror', true],
      ['Team', false],
      ['Attic', false],
    ]);
    expect(words).toContain('Also at: Team, Attic.');
    // A new order does not change what is known of the sources.
    expect(stage.lab.log).toHaveLength(before);
  });
});

describe('one source', () => {
  test('removed, and by Undo back at the same place with all that was set', async () => {
    await options.pressIn('Team', 'Edit');
    await options.fill('Pinned owners', 'our');
    await options.press('Save source');
    await options.sourceShows('Team', 'only for our');
    await options.pressIn('Team', 'Remove');
    await options.sourcesAre(['Hugging Face', 'Mirror', 'Attic']);
    await options.status('Team was removed.');
    await options.pressIn('Mirror', 'Remove');
    await options.sourcesAre(['Hugging Face', 'Attic']);
    await options.press('Undo');
    await options.sourcesAre(['Hugging Face', 'Mirror', 'Attic']);
    await options.press('Undo');
    await options.sourcesAre(['Hugging Face', 'Team', 'Mirror', 'Attic']);
    await options.sourceShows('Team', 'only for our');
    await options.page.reload();
    await options.sourcesAre(['Hugging Face', 'Team', 'Mirror', 'Attic']);
  });

  test('removed at the top of a long list: Undo is in sight and has the focus, and the page stays where it is', async () => {
    await options.page.setViewport({ width: 1100, height: 500 });
    const scrolled = () => options.page.evaluate(() => document.documentElement.scrollTop);
    const remove = await options.find('button', 'Remove', options.itemOf('Hugging Face'));
    await remove.scrollIntoView();
    const before = await scrolled();
    await remove.focus();
    await options.page.keyboard.press('Enter');
    await options.press('Remove it');
    await options.status('Hugging Face was removed.');
    const isUndoSeen = await options.page.evaluate(() => {
      const active = document.activeElement as HTMLElement;
      const { top, bottom } = active.getBoundingClientRect();
      return active.innerText === 'Undo' && top >= 0 && bottom <= window.innerHeight;
    });
    expect(isUndoSeen).toBe(true);
    expect(await scrolled()).toBe(before);
    await options.page.keyboard.press('Enter');
    await options.sourcesAre(['Hugging Face', 'Team', 'Mirror', 'Attic']);
    await options.shows('Hugging Face is back.');
    const active = () => options.page.evaluate(() => document.activeElement?.id);
    await expect.poll(active, POLL).toBe('source-huggingface');
  });

  test('a dismissed notice leaves the focus in the section, also where no source is left', async () => {
    for (const name of ['Team', 'Mirror', 'Attic']) {
      await options.pressIn(name, 'Remove');
      await options.status(`${name} was removed.`);
      await options.press('Dismiss');
      await expect.poll(() => options.page.$$eval('.removed-sources', (all) => all.length)).toBe(0);
      expect(await options.page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Sources');
    }
    await options.pressIn('Hugging Face', 'Remove');
    await options.press('Remove it');
    await options.status('Hugging Face was removed.');
    await options.press('Dismiss');
    const active = () => options.page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    await expect.poll(active, POLL).toBe('Add a source');
  });

  test('of Hugging Face it is said first what that means for pictures; who keeps it loses nothing', async () => {
    const switchOf = () => options.switchIn('Hugging Face');
    const isOn = async () => (await switchOf()).evaluate((input) => (input as HTMLInputElement).checked);
    await (await switchOf()).click();
    await options.sourceShows('Hugging Face', 'no longer learns which services run a model');
    await options.page.keyboard.press('Escape');
    expect(await isOn()).toBe(true);
    await options.pressIn('Hugging Face', 'Remove');
    await options.sourceShows('Hugging Face', 'more of them are left to Puter');
    await options.press('Keep it');
    expect(await stage.sourceNames()).toEqual(['Hugging Face', 'Team', 'Mirror', 'Attic']);
    await (await switchOf()).click();
    await options.press('Switch it off');
    await expect.poll(isOn, POLL).toBe(false);
    // A source that is switched off is not used for models any more, so there is no warning.
    await (await switchOf()).click();
    await expect.poll(isOn, POLL).toBe(true);
  });

  test('Test all asks each once, and each row says how it answered', async () => {
    stage.lab.answer({ host: MIRROR }, ['reset']);
    await options.page.setViewport({ width: 1100, height: 700 });
    await options.press('Test all');
    await options.sourceShows('Team', 'has answered');
    await options.sourceShows('Mirror', 'does not answer');
    await options.shows('3 of 4 sources answered well.');
    expect(stage.lab.requestsTo(TEAM).map(({ path }) => path)).toEqual(['/api/version']);
  });

  test('every source can be removed, and the list says what to do', async () => {
    for (const name of ['Hugging Face', 'Team', 'Mirror', 'Attic']) {
      await options.pressIn(name, 'Remove');
      if (name === 'Hugging Face') await options.press('Remove it');
      await options.shows(`${name} was removed.`);
    }
    await options.shows('There is no source. Add one to find repositories.');
    await options.askChain('our/painter');
    await options.answered('There was nobody to ask.');
  });

  test('axe finds nothing while one is changed, one was tested, one has no answer and one was removed', async () => {
    stage.lab.answer({ host: MIRROR }, ['reset']);
    await options.pressIn('Mirror', 'Test');
    await options.sourceShows('Mirror', 'No answer: it is down');
    await options.pressIn('Attic', 'Test');
    await options.sourceShows('Attic', 'Reachable: a KohakuHub');
    await options.pressIn('Hugging Face', 'Remove');
    await options.press('Remove it');
    await options.status('Hugging Face was removed.');
    await options.pressIn('Team', 'Edit');
    await options.fill('Name', '');
    await options.press('Save source');
    await options.alert('Give the source a name.');
    expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
  });

  test('switched off, it is not asked; switched on, it is', async () => {
    await (await options.switchIn('Team')).click();
    await options.page.waitForFunction(
      () =>
        [...document.querySelectorAll('ol[aria-label="Sources"] > li')].filter(
          (item) => item.querySelector<HTMLInputElement>('[role="switch"]')?.checked === false,
        ).length === 1,
    );
    await options.askChain('our/painter');
    const { nodes } = await options.answered('Mirror has it.');
    expect(nodes.map(({ name }) => name)).toEqual(['Hugging Face', 'Mirror', 'Attic']);
    expect(stage.lab.requestsTo(TEAM)).toEqual([]);
    await (await options.switchIn('Team')).click();
    await options.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('ol[aria-label="Sources"] [role="switch"]')].every(
        ({ checked }) => checked,
      ),
    );
    await options.askChain('our/painter');
    await options.answered('Team has it.');
  });

  test('edited: name, type and owners; a wrong owner is named, nothing is saved', async () => {
    await options.pressIn('Team', 'Edit');
    await options.fill('Pinned owners', 'our, what?');
    await options.press('Save source');
    await options.alert('“what?” is not an owner');
    // Shown at the field it is about, and removed when the user types.
    const owners = await options.find('textbox', 'Pinned owners', '#sources');
    expect(await owners.evaluate((field) => field.ariaInvalid)).toBe('true');
    await options.fill('Pinned owners', 'our');
    await options.fill('Name', 'The studio');
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', 'The studio', 'Mirror', 'Attic']);
    await options.shows('The studio is saved.');
    // A pinned owner is looked up at its own source alone.
    await options.askChain('our/painter');
    const { nodes } = await options.answered('The studio has it.');
    expect(nodes.map(({ verdict }) => verdict)).toEqual([
      'not asked: this owner is pinned to The studio',
      'has it',
      'not asked: this owner is pinned to The studio',
      'not asked: this owner is pinned to The studio',
    ]);
    expect(stage.lab.requestsTo('huggingface.co')).toEqual([]);
  });

  test('Look up sources, switched off: nobody is asked and the list is kept', async () => {
    await options.click('switch', 'Look up sources');
    await options.shows('Sources are not looked up while this is switched off. Your list is kept.');
    await options.askChain('our/painter');
    const { words } = await options.answered('There was nobody to ask.');
    expect(words).toContain('switch “Look up sources” on above');
    expect(stage.lab.log).toEqual([]);
    expect(await options.sources()).toHaveLength(4);
  });
});
