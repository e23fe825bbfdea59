import { expect, test } from 'vitest';
import type { Step } from '../../lab/lab.ts';
import { send } from '../support/messages.ts';
import { TEAM, useHubStage } from './support/hub-stage.ts';

const MODEL = 'black-forest-labs/FLUX.1-schnell';
const TOKEN = 'hubtoken-of-the-team-0123456789';
const API = '/api/models';

interface StrangeHub {
  name: string;
  step: Step;
  verdict: string;
}

const json = (value: unknown): Step => ({ status: 200, json: value });
const movedTo = (location: string): Step => ({ status: 302, headers: { location } });
/** Made once: while the lab makes it, it answers nobody. */
const large = Buffer.from(JSON.stringify({ id: MODEL, padding: 'x'.repeat(50_000_000) }));
const asJson = { 'content-type': 'application/json' };

const SOMETHING_ELSE = 'answers something else';
const NO_ANSWER = 'does not answer';

const HUBS: StrangeHub[] = [
  { name: 'page', step: 'html', verdict: SOMETHING_ELSE },
  { name: 'types', step: json({ id: 7, modelId: ['x'] }), verdict: SOMETHING_ELSE },
  { name: 'null', step: json(null), verdict: SOMETHING_ELSE },
  { name: 'list', step: json([{ id: MODEL }]), verdict: SOMETHING_ELSE },
  { name: 'teapot', step: { status: 418, json: {} }, verdict: SOMETHING_ELSE },
  { name: 'moved', step: movedTo(`https://huggingface.co${API}/${MODEL}`), verdict: SOMETHING_ELSE },
  { name: 'strayed', step: movedTo(`https://stranger.example${API}/${MODEL}`), verdict: SOMETHING_ELSE },
  { name: 'round', step: movedTo(`${API}/${MODEL}?again`), verdict: NO_ANSWER },
  { name: 'half', step: { fault: 'truncate', of: json({ id: MODEL }) }, verdict: NO_ANSWER },
  {
    name: 'stalled',
    step: { fault: 'slow-body', of: json({ id: MODEL, padding: 'x'.repeat(5000) }) },
    verdict: NO_ANSWER,
  },
  { name: 'silent', step: 'hang', verdict: NO_ANSWER },
  { name: 'reset', step: 'reset', verdict: NO_ANSWER },
  { name: 'down', step: { status: 503, json: {} }, verdict: 'is out of order' },
  { name: 'refusing', step: { status: 401, json: {} }, verdict: 'rejects its token' },
  { name: 'denying', step: { status: 403, json: {} }, verdict: 'refuses to say' },
  {
    name: 'busy',
    step: { status: 429, headers: { 'retry-after': '120' }, json: {} },
    verdict: 'asks for a pause',
  },
  // A repository whose JSON is too large to read exists all the same: no other hub is used.
  { name: 'large', step: { status: 200, headers: asJson, body: large }, verdict: 'has it' },
];

const hostOf = (name: string) => `${name}.strange.example`;
const stage = useHubStage();

/** Every strange hub above Hugging Face, each with a token of its own. */
async function addStrangeHubs(names = HUBS.map(({ name }) => name)) {
  const hubs = HUBS.filter(({ name }) => names.includes(name));
  for (const { name, step } of hubs) {
    stage.lab.hubs.add({ host: hostOf(name), tokens: [`${TOKEN}-${name}`] });
    stage.lab.answer({ host: hostOf(name), path: API }, [step]);
  }
  const ids = await stage.addSources(...hubs.map(({ name }) => ({ url: `https://${hostOf(name)}`, name })));
  await stage.inPage(async (page) => {
    for (const [index, { name }] of hubs.entries())
      await send(page, 'saveToken', {
        slot: `source:${ids[index] ?? ''}`,
        token: `${TOKEN}-${name}`,
        origin: `https://${hostOf(name)}`,
      });
    // Long enough for those that answer on a busy machine, each within it; the silent ones are waited for as long.
    await send(page, 'updateSettings', { patch: { hub: { timeoutMs: 20_000, maxConcurrent: 20 } } });
  });
  await stage.orderSources(...hubs.map(({ name }) => name), 'Hugging Face');
}

test('each hub that answers strangely is said in words, bounded, and the one that has it is used', async () => {
  await addStrangeHubs();
  const options = await stage.openOptions();
  await options.askChain(MODEL);
  const { nodes, words } = await options.answered('large has it. Provisional');
  expect(Object.fromEntries(nodes.map(({ name, verdict }) => [name, verdict]))).toEqual({
    ...Object.fromEntries(HUBS.map(({ name, verdict }) => [name, verdict])),
    'Hugging Face': 'has it',
  });
  for (const sentence of [
    "page answered something that is no hub's answer.",
    'silent did not answer.',
    'refusing rejected its token.',
    'denying refused to say.',
    'busy asks for a pause.',
  ])
    expect(words).toContain(sentence);

  // The 50 MB are not read completely, and the silent hub is not waited for.
  for (const name of ['large', 'stalled', 'silent'])
    await stage.lab.waitForRequest(({ host, closedEarly }) => host === hostOf(name) && closedEarly);
  // A refused token is asked once more without it.
  const refusals = stage.lab.requestsTo(hostOf('refusing'), API);
  expect(refusals.map(({ headers }) => headers.authorization !== undefined)).toEqual([true, false]);
  // No token went along with a redirect, or anywhere but to its own hub.
  for (const { host, path, headers, bodyText, query } of stage.lab.log) {
    const sent = `${JSON.stringify(headers)} ${path} ${query} ${bodyText}`;
    const own = HUBS.find(({ name }) => hostOf(name) === host)?.name;
    const strays = sent
      .match(new RegExp(`${TOKEN}-\\w+`, 'g'))
      ?.filter((token) => token !== `${TOKEN}-${own}`);
    expect([host, strays ?? []]).toEqual([host, []]);
    expect(headers.cookie).toBeUndefined();
  }
  expect(stage.lab.requestsTo('stranger.example')).toEqual([]);
});

test('a hub that asked for a pause is left alone until then, and asked when that is wanted', async () => {
  await addStrangeHubs(['busy']);
  const options = await stage.openOptions();
  await options.askChain('lab/nothing');
  await options.answered('busy asks for a pause.');
  const asked = stage.lab.requestsTo(hostOf('busy'), API).length;
  await options.askChain('lab/nothing-else');
  const { words, nodes } = await options.answered('busy asks for a pause.');
  expect(words).toMatch(/Ask again in 1[012]\d seconds\./);
  expect(nodes[0]?.verdict).toBe('resting for a while');
  expect(stage.lab.requestsTo(hostOf('busy'), API)).toHaveLength(asked);
  await options.press('Ask again without cache');
  await stage.lab.waitForRequest(() => stage.lab.requestsTo(hostOf('busy'), API).length > asked);
});

test('nobody answers at all: said so, with what to do', async () => {
  stage.lab.answer({ host: 'huggingface.co' }, ['reset']);
  await addStrangeHubs(['down', 'page']);
  const options = await stage.openOptions();
  await options.askChain(MODEL);
  const { words } = await options.answered('Nobody can say for sure.');
  expect(words).toContain('down is out of order.');
  expect(words).toContain('Hugging Face did not answer.');
  expect(words).toContain('Check your connection');
});

test('corrupt records in the cache are dropped, and the sources are asked', async () => {
  stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/painter' }] });
  await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
  const options = await stage.openOptions();
  await options.askChain('our/painter');
  await options.answered('Team has it.');
  const before = stage.lab.requestsTo(TEAM).length;
  await options.page.evaluate(async () => {
    const opened = indexedDB.open('understudy-locations');
    await new Promise((resolve) => {
      opened.onsuccess = resolve;
    });
    const transaction = opened.result.transaction('entries', 'readwrite');
    const store = transaction.objectStore('entries');
    const keys = store.getAllKeys();
    keys.onsuccess = () => {
      for (const key of keys.result) store.put({ verdicts: 'nonsense' }, key);
      store.put(42, 'not even a record');
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opened.result.close();
  });
  await stage.chromium.killWorker();
  await options.askChain('our/painter');
  const { nodes } = await options.answered('Team has it. Confirmed');
  expect(nodes.map(({ facts }) => facts.includes('from cache'))).toEqual([false, false]);
  expect(stage.lab.requestsTo(TEAM)).toHaveLength(before + 1);
});
