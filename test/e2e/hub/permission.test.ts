import { describe, expect, test } from 'vitest';
import { findBarriers, OPTIONS_LOOKS } from '../support/axe.ts';
import { send } from '../support/messages.ts';
import { readStorage } from '../support/storage.ts';
import { TEAM, useHubStage } from './support/hub-stage.ts';
import { withdraw } from './support/permissions.ts';

const stage = useHubStage();
const REFUSED = `Without your permission Understudy cannot reach ${TEAM}. Nothing is lost`;
const NOT_ALLOWED = `Not asked: Understudy has no permission to reach ${TEAM}.`;

describe('permission refused', () => {
  test('while adding: said, nobody asked, what was typed stays; asked again by the same button', async () => {
    stage.lab.hubs.add({ host: TEAM, name: 'Team hub' });
    const refusing = await stage.openOptions({ permissions: 'refused' });
    await refusing.press('Add a source');
    await refusing.fill('Address', `https://${TEAM}`);
    await refusing.press('Continue');
    await refusing.alert(REFUSED);
    const field = await refusing.find('textbox', 'Address');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(`https://${TEAM}`);
    expect(stage.lab.requestsTo(TEAM)).toEqual([]);
    await refusing.press('Continue');
    await refusing.alert(REFUSED);
    expect(await refusing.sources()).toEqual(['Hugging Face']);
  });

  test('for the address of a source that is moved: the old one stays as it is', async () => {
    await stage.addSources({ url: `https://${TEAM}`, name: 'Team hub' });
    const refusing = await stage.openOptions({ permissions: 'refused' });
    await refusing.pressIn('Team hub', 'Edit');
    await refusing.fill('Address', 'https://elsewhere.example');
    await refusing.press('Save source');
    await refusing.alert('Without your permission Understudy cannot reach elsewhere.example.');
    await refusing.page.reload();
    await refusing.sourceShows('Team hub', TEAM);
  });
});

describe('permission taken back', () => {
  test('is shown at once, the hub is not asked, and Allow brings it back with its token', async () => {
    const token = 'hubtoken-of-the-team-0123456789';
    stage.lab.hubs.add({ host: TEAM, tokens: [token], repositories: [{ id: 'our/painter' }] });
    const [id] = await stage.addSources({ url: `https://${TEAM}`, name: 'Team hub' });
    await stage.orderSources('Team hub', 'Hugging Face');
    await stage.inPage((page) =>
      send(page, 'saveToken', { slot: `source:${id}`, token, origin: `https://${TEAM}` }),
    );
    const before = stage.lab.requestsTo(TEAM).length;

    const options = await stage.openOptions();
    await options.sourcesAre(['Team hub', 'Hugging Face']);
    expect(await options.textOf('Team hub')).not.toContain('Not asked');
    await withdraw(options.page, [`https://${TEAM}/*`]);
    await options.sourceShows('Team hub', NOT_ALLOWED);

    await options.askChain('our/painter');
    const { nodes } = await options.answered('Nobody has it');
    expect(nodes.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['Team hub', 'not asked: Understudy may not reach it'],
      ['Hugging Face', 'does not have it'],
    ]);
    await options.pressIn('Team hub', 'Test');
    await options.status('Understudy may not reach this address.');
    await options.pressIn('Team hub', 'Edit');
    await options.pressIn('Team hub', 'Replace');
    await options.fill('Token for Team hub', token);
    await options.pressIn('Team hub', 'Save token');
    await options.sourceShows('Team hub', 'Saved without a check');
    await options.pressIn('Team hub', 'Cancel');
    expect(stage.lab.requestsTo(TEAM)).toHaveLength(before);

    await options.press('Allow');
    await options.page.waitForFunction((text) => !document.body.innerText.includes(text), {}, NOT_ALLOWED);
    await options.askChain('our/painter');
    await options.answered('Team hub has it.');
    expect(stage.lab.requestsTo(TEAM).at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test('Allow refused: said, and nothing of the source is lost', async () => {
    await stage.addSources({ url: `https://${TEAM}`, name: 'Team hub', namespaces: ['our'] });
    await stage.inPage((page) => withdraw(page, [`https://${TEAM}/*`]));
    const refusing = await stage.openOptions({ permissions: 'refused' });
    await refusing.sourceShows('Team hub', NOT_ALLOWED);
    await refusing.press('Allow');
    await refusing.alert(REFUSED);
    expect(await findBarriers(refusing.page, OPTIONS_LOOKS)).toEqual([]);
    const stored = JSON.stringify(await readStorage(refusing.page));
    expect(stored).toContain('"namespaces":["our"]');
  });

  test('its pins hold: nobody else answers for its owners meanwhile', async () => {
    stage.lab.huggingface.add({ id: 'our/painter' });
    await stage.addSources({ url: `https://${TEAM}`, name: 'Team hub', namespaces: ['our'] });
    await stage.inPage((page) => withdraw(page, [`https://${TEAM}/*`]));
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    const { nodes } = await options.answered('There was nobody to ask.');
    expect(nodes.map(({ verdict }) => verdict)).toEqual([
      'not asked: this owner is pinned to Team hub',
      'not asked: Understudy may not reach it',
    ]);
    expect(stage.lab.log).toEqual([]);
  });
});
