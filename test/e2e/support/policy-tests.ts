import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Lab } from '../../lab/lab.ts';
import type { Options } from '../hub/support/options.ts';
import { send } from './messages.ts';
import { writeStorage } from './storage.ts';

interface PolicyStage {
  lab: Lab;
  openOptions(): Promise<Options>;
  inPage<Value>(work: (page: Page) => Promise<Value>): Promise<Value>;
}

const TEAM = 'team.example';
/** What a team's administrator sets in these tests. */
export const POLICY = {
  sources: [
    { url: `https://${TEAM}`, name: 'Our hub', type: 'kohakuhub', namespaces: ['our-lab'] },
    { url: 'https://huggingface.co', name: 'Hugging Face', type: 'huggingface' },
  ],
  timeoutSeconds: 4,
  cacheTtlSeconds: 600,
  locked: ['sources', 'timeoutSeconds'],
};
const NAMES = ['Our hub', 'Hugging Face'];
const OWN_SOURCE = {
  name: 'My own',
  url: 'https://own.example',
  type: 'kohakuhub' as const,
  enabled: true,
  namespaces: [],
};

/** What holds in a browser where POLICY is set. `allow` says yes to the browser's dialog, where it shows one. */
export function testPolicy(stage: PolicyStage, allow: () => Promise<unknown>): void {
  test("lies over the user's own where it locks, and says so; the page offers nothing that is locked", async () => {
    const hub = { timeoutMs: 9_000, cacheTtlSeconds: 60 };
    const own = { hub, sources: [{ ...OWN_SOURCE, id: 'own' }] };
    await stage.inPage((page) => writeStorage(page, { settings: own }));
    const options = await stage.openOptions();
    await options.sourcesAre(NAMES);
    await options.shows('The list and its order cannot be changed here.', 'sources');
    for (const name of NAMES) await options.sourceShows(name, 'Locked: set by your organisation.');

    const readInputs = (selector: string) =>
      options.page.$$eval(selector, (all) =>
        all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).disabled]),
      );
    expect(await readInputs('#sources li input')).toEqual(Array(2).fill(['on', true]));
    for (const name of NAMES) await options.unfold(name);
    const buttons = await options.page.$$eval('#sources button', (all) => all.map((one) => one.innerText));
    const offered = ['Allow', ...NAMES.map((name) => `More about ${name}`), 'Test all', 'Token', 'Test'];
    expect(new Set(buttons)).toEqual(new Set(offered));
    // The cache time is the user's own: it is not locked. Nobody set how many are asked at once.
    await options.goTo('Advanced');
    expect(await readInputs('#asking input')).toEqual([
      ['60', false],
      ['4', true],
      ['5', false],
    ]);
  });

  test('the background refuses what the page does not offer', async () => {
    const id = `shipped:https://${TEAM}`;
    const options = await stage.openOptions();
    await options.sourcesAre(NAMES);
    const replies = await Promise.all([
      send(options.page, 'updateSettings', { patch: { hub: { timeoutMs: 9_000 } } }),
      send(options.page, 'orderSources', { ids: ['shipped:https://huggingface.co', id] }),
      send(options.page, 'removeSource', { id }),
      send(options.page, 'addSource', { source: OWN_SOURCE }),
    ]);
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, problem: { code: 'SETTING_LOCKED' } });
  });

  test('its hub is asked once the user allows it, and alone for the owners pinned to it', async () => {
    stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our-lab/painter' }] });
    const options = await stage.openOptions();
    await options.sourcesAre(NAMES);
    await options.press('Allow');
    await allow();
    await options.shows('Our hub can be asked now.');
    await options.askChain('our-lab/painter');
    await options.answered('Our hub has it.');
    expect(stage.lab.requestsTo(TEAM).length).toBeGreaterThan(0);
    expect(stage.lab.requestsTo('huggingface.co')).toEqual([]);
  });
}
