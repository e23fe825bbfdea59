import { describe, expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { ATTIC, MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
const HF = 'huggingface.co';

/** The order of the sources: Team, the mirror, Hugging Face. */
async function addChain() {
  const hubs = [TEAM, MIRROR].map((host) => stage.lab.hubs.add({ host }));
  await stage.addSources(
    { url: `https://${TEAM}`, name: 'Team' },
    { url: `https://${MIRROR}`, name: 'Mirror' },
  );
  await stage.orderSources('Team', 'Mirror', 'Hugging Face');
  return hubs;
}

/** A time-out of the hub that is longer than the test's. */
const waitLong = () =>
  stage.inPage((page) => send(page, 'updateSettings', { patch: { hub: { timeoutMs: 60_000 } } }));

const probes = () => stage.lab.log.filter(({ path }) => path.startsWith('/api/models/')).length;

describe('the picture of the chain', () => {
  test('each source in its place with what it said; the first that has it is used, the others are alternatives', async () => {
    const [, mirror] = await addChain();
    mirror?.add({ id: 'our/painter' });
    stage.lab.huggingface.add({ id: 'our/painter' });
    // The last source answers first; the list is still in order of priority.
    stage.lab.answer({ host: TEAM }, [{ delayMs: 300, of: 'pass' }]);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    const { nodes, words } = await options.answered('Mirror has it. Confirmed: every source above said no.');
    expect(nodes.map(({ name, verdict, isUsed }) => [name, verdict, isUsed])).toEqual([
      ['Team', 'does not have it', false],
      ['Mirror', 'has it', true],
      ['Hugging Face', 'has it', false],
    ]);
    expect(nodes.map(({ facts }) => facts.replace(/\d+ ms|[\d.]+ sec/, 'time'))).toEqual([
      'status 404 · time',
      'status 200 · time',
      'status 200 · time',
    ]);
    expect(words).toContain('Also at: Hugging Face.');
    expect(stage.lab.requestsTo(TEAM)[0]?.query.get('fallback')).toBe('false');
    expect(stage.lab.requestsTo(HF)[0]?.query.has('fallback')).toBe(false);
  });

  test('while one has not answered, the others already show', async () => {
    await addChain();
    stage.lab.huggingface.add({ id: 'our/painter' });
    stage.lab.answer({ host: TEAM }, ['hang']);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    const said = async () => (await options.chainNodes()).map(({ name, verdict }) => [name, verdict]);
    await expect.poll(said).toEqual([
      ['Team', 'waiting…'],
      ['Mirror', 'does not have it'],
      ['Hugging Face', 'has it'],
    ]);
    await options.status('Asking…');
    await options.press('Cancel');
    await options.status('You stopped asking.');
  });

  test('a source above is unreachable: the answer is provisional, and says because of whom', async () => {
    await addChain();
    stage.lab.huggingface.add({ id: 'our/painter' });
    stage.lab.answer({ host: TEAM }, [{ status: 502, text: 'Bad gateway' }]);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    const { nodes, words } = await options.answered(
      'Hugging Face has it. Provisional: a source above may have it too.',
    );
    expect(words).toContain('Team is out of order.');
    expect(nodes[0]).toMatchObject({ name: 'Team', verdict: 'is out of order' });
    // Only sources without a definitive answer are asked again.
    stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/painter' }] });
    stage.lab.answer({ host: TEAM }, ['pass']);
    await options.askChain('our/painter');
    await options.answered('Team has it. Confirmed: no other source is asked before it.');
    expect([TEAM, MIRROR, HF].map((host) => stage.lab.requestsTo(host).length)).toEqual([2, 1, 1]);
  });

  test('the second asking is answered from the cache; a fresh one asks everybody again', async () => {
    const [team] = await addChain();
    team?.add({ id: 'our/painter' });
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await options.answered('Team has it.');
    expect(probes()).toBe(3);
    await options.askChain('our/painter');
    const { nodes, words } = await options.answered('Remembered from before: nobody was asked.');
    expect(words).toContain('Team has it. Confirmed');
    expect(nodes.map(({ facts }) => facts)).toEqual(['from cache', 'from cache', 'from cache']);
    expect(probes()).toBe(3);
    team?.remove('our/painter');
    await options.press('Ask again without cache');
    await options.answered('Nobody has it: every source said no.');
    expect(probes()).toBe(6);
  });

  test('Cancel closes the connections that wait, long before their time is up', async () => {
    await addChain();
    await waitLong();
    stage.lab.answer({ host: TEAM }, ['hang']);
    stage.lab.answer({ host: MIRROR }, ['hang']);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await stage.lab.waitForRequest(() => probes() === 3);
    await options.press('Cancel');
    for (const stalled of [TEAM, MIRROR])
      await stage.lab.waitForRequest(({ host, closedEarly }) => host === stalled && closedEarly);
    await options.status('You stopped asking.');
  });

  test('closing the page closes the connections, too', async () => {
    await addChain();
    await waitLong();
    stage.lab.answer({ host: TEAM }, ['hang']);
    const options = await stage.openOptions();
    await options.askChain('our/painter');
    await stage.lab.waitForRequest(({ host }) => host === TEAM);
    await options.page.close();
    await stage.lab.waitForRequest(({ host, closedEarly }) => host === TEAM && closedEarly);
  });
});

describe('what can be typed', () => {
  test('pasted addresses of pages and files, at Hugging Face and at a KohakuHub', async () => {
    await addChain();
    stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/prompts', type: 'dataset' }] });
    const options = await stage.openOptions();
    for (const [typed, headline, path] of [
      [
        'https://huggingface.co/black-forest-labs/FLUX.1-schnell/blob/main/README.md',
        'Hugging Face has it.',
        '/api/models/black-forest-labs/FLUX.1-schnell',
      ],
      [`https://${TEAM}/datasets/our/prompts`, 'Team has it.', '/api/datasets/our/prompts'],
      ['datasets/lab/prompts', 'Hugging Face has it.', '/api/datasets/lab/prompts'],
      ['hf.co/spaces/lab/draw', 'Hugging Face has it.', '/api/spaces/lab/draw'],
    ] as const) {
      await options.askChain(typed);
      await options.answered(headline);
      await stage.lab.waitForRequest((entry) => entry.path.startsWith(path));
    }
  });

  test('the type beside it counts for a plain id', async () => {
    await addChain();
    const options = await stage.openOptions();
    await options.choose('Type', 'dataset', '#chain');
    await options.askChain('lab/prompts');
    await options.answered('Hugging Face has it.');
    expect(stage.lab.requestsTo(HF)[0]?.path).toBe('/api/datasets/lab/prompts');
  });

  test('a renamed repository: found under its new id, and said so', async () => {
    const options = await stage.openOptions();
    await options.askChain('runwayml/stable-diffusion-v1-5');
    const { words } = await options.answered('Hugging Face has it.');
    expect(words).toContain('There it is called stable-diffusion-v1-5/stable-diffusion-v1-5.');
  });

  test('an invalid repository is refused with a sentence, and no source is asked', async () => {
    await addChain();
    const options = await stage.openOptions();
    const NONE = 'This is not a repository. It looks like owner/name, or the address of its page.';
    for (const [typed, sentence] of [
      ['', 'Type a repository, like owner/name, or paste its address.'],
      ['../secrets', NONE],
      ['our/..', NONE],
      ['our/painter?x=1', NONE],
      ['our/painter#top', NONE],
      ['our/two words', NONE],
      ['our//painter', NONE],
      ['a/b/c/d', NONE],
      ['https://huggingface.co/..%2f..%2fapi/whoami', NONE],
      [`https://${ATTIC}/models/our/painter`, 'This address belongs to none of your sources.'],
    ] as const) {
      await options.askChain(typed);
      await options.alert(sentence);
      expect(await options.chainNodes()).toEqual([]);
    }
    expect(stage.lab.log).toEqual([]);
  });
});

test('the background dies while asking: said, and the next asking works', async () => {
  await addChain();
  stage.lab.answer({ host: TEAM }, ['hang', 'pass']);
  const options = await stage.openOptions();
  await options.askChain('lab/unserved');
  await stage.lab.waitForRequest(({ host }) => host === TEAM);
  await stage.chromium.killWorker();
  await options.status('The asking broke off: the background was restarted. Ask again.');
  await options.press('Ask');
  await options.answered('Hugging Face has it.');
});

test('the settings reach the hub: most questions at once, and the time-out', async () => {
  await addChain();
  stage.lab.answer({ host: TEAM }, ['hang']);
  const options = await stage.openOptions();
  // Ends before the hanging request is overtaken, since it would then be sent again.
  await send(options.page, 'updateSettings', { patch: { hub: { maxConcurrent: 1, timeoutMs: 2000 } } });
  await options.askChain('lab/unserved');
  await stage.lab.waitForRequest(({ host }) => host === TEAM);
  expect(probes()).toBe(1);
  const { nodes } = await options.answered('Hugging Face has it. Provisional');
  expect(nodes[0]).toMatchObject({ verdict: 'does not answer' });
  expect(probes()).toBe(3);
});
