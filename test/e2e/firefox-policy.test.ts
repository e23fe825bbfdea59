import { describe, expect, test } from 'vitest';
import { TEAM, useFirefoxStage } from './support/firefox-stage.ts';
import { send } from './support/messages.ts';
import { writeStorage } from './support/storage.ts';

const POLICY = {
  sources: [
    { url: `https://${TEAM}`, name: 'Our hub', type: 'kohakuhub', namespaces: ['our-lab'] },
    { url: 'https://huggingface.co', name: 'Hugging Face', type: 'huggingface' },
  ],
  timeoutSeconds: 4,
  cacheTtlSeconds: 600,
  locked: ['sources', 'timeoutSeconds'],
};
const OWN_SOURCE = {
  name: 'My own',
  url: 'https://own.example',
  type: 'kohakuhub' as const,
  enabled: true,
  namespaces: [],
};

// Elsewhere no test can put a policy where Firefox looks for it.
describe.skipIf(process.platform !== 'linux')('managed policy in Firefox', () => {
  const stage = useFirefoxStage({ policy: POLICY });

  test("lies over the user's own where it locks, and says so; the page offers nothing that is locked", async () => {
    const hub = { timeoutMs: 9_000, cacheTtlSeconds: 60 };
    const own = { hub, sources: [{ ...OWN_SOURCE, id: 'own' }] };
    await stage.inPage((page) => writeStorage(page, { settings: own }));
    const options = await stage.openOptions();
    await options.sourcesAre(['Our hub', 'Hugging Face']);
    await options.shows('The list and its order cannot be changed here.', 'sources');
    for (const name of ['Our hub', 'Hugging Face'])
      await options.sourceShows(name, 'Locked: set by your organisation.');

    const readInputs = (selector: string) =>
      options.page.$$eval(selector, (all) =>
        all.map((one) => [(one as HTMLInputElement).value, (one as HTMLInputElement).disabled]),
      );
    expect(await readInputs('#sources li input')).toEqual(Array(2).fill(['on', true]));
    const buttons = await options.page.$$eval('#sources button', (all) => all.map((one) => one.innerText));
    expect(new Set(buttons)).toEqual(new Set(['Allow', 'Token', 'Test']));
    // The cache time is the user's own: it is not locked. Nobody set how many are asked at once.
    expect(await readInputs('#sources input[type="text"]')).toEqual([
      ['60', false],
      ['4', true],
      ['5', false],
    ]);
  });

  test('the background refuses what the page does not offer', async () => {
    const id = `shipped:https://${TEAM}`;
    const replies = await stage.inPage((page) =>
      Promise.all([
        send(page, 'updateSettings', { patch: { hub: { timeoutMs: 9_000 } } }),
        send(page, 'orderSources', { ids: ['shipped:https://huggingface.co', id] }),
        send(page, 'removeSource', { id }),
        send(page, 'saveSource', { source: OWN_SOURCE }),
      ]),
    );
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, problem: { code: 'SETTING_LOCKED' } });
  });

  test('its hub is asked once the user allows it, and alone for the owners pinned to it', async () => {
    const { lab, firefox } = stage;
    lab.hubs.add({ host: TEAM, repositories: [{ id: 'our-lab/painter' }] });
    const options = await stage.openOptions();
    await options.press('Allow');
    await firefox.answerPermissionDialog('Allow');
    await options.shows('Our hub can be asked now.');
    await options.askChain('our-lab/painter');
    await options.answered('Our hub has it.');
    expect(lab.requestsTo(TEAM).length).toBeGreaterThan(0);
    expect(lab.requestsTo('huggingface.co')).toEqual([]);
  });
});
