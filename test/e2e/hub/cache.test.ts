import { describe, expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { drivePopup } from '../support/popup.ts';
import { TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
const HF = 'huggingface.co';
const ROUTER = 'router.huggingface.co';
const probes = () => stage.lab.log.filter(({ path }) => path.startsWith('/api/models')).length;

async function addTeam() {
  stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/painter' }] });
  await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
}

describe('the worker is killed, the cache stays warm', () => {
  test('who has a repository: no request', async () => {
    await addTeam();
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await options.answered('Team has it.');
    expect(probes()).toBe(2);
    await stage.chromium.killWorker();
    await options.askChain('our/painter');
    await options.answered('Remembered from before: nobody was asked.');
    expect(probes()).toBe(2);
    const page = await send(options.page, 'repositoryPage', {
      repository: { type: 'model', id: 'our/painter' },
    });
    expect(page).toEqual({ ok: true, value: { url: `https://${TEAM}/models/our/painter` } });
    const file = await send(options.page, 'downloadFile', {
      repository: { type: 'model', id: 'our/painter' },
      path: 'README.md',
    });
    expect(file).toMatchObject({
      ok: true,
      value: { url: `https://${TEAM}/models/our/painter/resolve/main/README.md` },
    });
    expect(probes()).toBe(2);
  });

  test('the route of a picture: the router is asked, the hub is not', async () => {
    await stage.connect();
    const popup = drivePopup(await stage.chromium.openPopup());
    await popup.generate('a red fox');
    await popup.picture();
    const asked = stage.lab.requestsTo(HF, '/api/models').length;
    expect(asked).toBe(1);
    await stage.chromium.killWorker();
    await popup.generate('a blue fox');
    await popup.page.waitForSelector('figure[data-provider] img[alt="a blue fox"]');
    expect(stage.lab.requestsTo(ROUTER)).toHaveLength(2);
    expect(stage.lab.requestsTo(HF, '/api/models')).toHaveLength(asked);
  });

  test('a hub that asked for a pause is still left alone', async () => {
    await addTeam();
    stage.lab.answer({ host: TEAM }, [{ status: 429, headers: { 'retry-after': '600' }, json: {} }]);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await options.answered('Team asks for a pause.');
    await stage.chromium.killWorker();
    const asked = stage.lab.requestsTo(TEAM).length;
    await options.askChain('our/other');
    await options.answered('Team asks for a pause.');
    expect(stage.lab.requestsTo(TEAM)).toHaveLength(asked);
  });
});

describe('what was remembered of one source', () => {
  test('is asked for again when its address or token changes, and nobody else is', async () => {
    await addTeam();
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await options.answered('Team has it.');
    const settings = await send(options.page, 'readSettings', {});
    const id = settings.ok && settings.value.sources.find(({ name }) => name === 'Team')?.id;
    await send(options.page, 'saveToken', {
      slot: `source:${id}`,
      token: 'hubtoken-of-the-team-0123456789',
      origin: `https://${TEAM}`,
    });
    await options.askChain('our/painter');
    await options.answered('Team has it.');
    expect(stage.lab.requestsTo(TEAM, '/api/models')).toHaveLength(2);
    expect(stage.lab.requestsTo(HF, '/api/models')).toHaveLength(1);
  });

  test('everybody down: the old answer is served, and said to be old', async () => {
    await addTeam();
    const options = await stage.openOptions();
    await send(options.page, 'updateSettings', { patch: { hub: { cacheTtlSeconds: 0 } } });
    await options.askChain('our/painter');
    await options.answered('Team has it. Confirmed');
    for (const host of [TEAM, HF]) stage.lab.answer({ host }, ['reset']);
    await options.askChain('our/painter');
    const { words } = await options.answered('An old answer: no source can be reached now.');
    expect(words).toContain('Team has it.');
  });
});

describe('the section Cache', () => {
  const numbers = { Entries: '0', Hits: '0', Misses: '0' };

  test('counts entries, hits and misses; forgets one; forgets all', async () => {
    await addTeam();
    const options = await stage.openOptions();
    const areNow = async (wanted: Record<string, string>) => {
      await options.press('Refresh');
      await expect.poll(options.cacheNumbers).toEqual(wanted);
    };
    await areNow(numbers);
    for (const id of ['our/painter', 'lab/unserved', 'our/painter']) {
      await options.askChain(id);
      await options.answered('has it.');
    }
    await expect.poll(probes).toBe(4);
    await areNow({ Entries: '2', Hits: '1', Misses: '2' });

    await options.fill('Forget one repository', `https://${TEAM}/models/our/painter`);
    await options.press('Forget');
    await options.shows('Forgotten.');
    await areNow({ Entries: '1', Hits: '1', Misses: '2' });
    await options.askChain('our/painter');
    await options.answered('Team has it.');
    expect(probes()).toBe(6);

    await options.press('Clear all');
    await options.shows('The cache is empty.');
    await expect.poll(async () => (await options.cacheNumbers()).Entries).toBe('0');
    await options.askChain('lab/unserved');
    await options.answered('Hugging Face has it.');
    expect(probes()).toBe(8);
  });

  test('an invalid repository is refused with a sentence', async () => {
    const options = await stage.openOptions();
    await options.fill('Forget one repository', 'our/..');
    await options.press('Forget');
    await options.alert('This is not a repository.');
  });
});
