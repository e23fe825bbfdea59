import { expect, test } from 'vitest';
import type { Step } from '../../lab/lab.ts';
import { send } from '../support/messages.ts';
import { MIRROR, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();

const OLD = '/api/models/old/painter';
const NEW = '/api/models/new/painter';
const TOKEN = 'token-of-the-mirror-0123456789';
const movedTo = (location: string): Step => ({ status: 307, headers: { location } });
const hosts = () => new Set(stage.lab.log.map(({ host }) => host));

async function addHub(url: string, token?: string): Promise<void> {
  const { host } = new URL(url);
  stage.lab.hubs.add({ host, repositories: [{ id: 'new/painter' }], ...(token && { tokens: [token] }) });
  const [id = ''] = await stage.addSources({ url, type: 'huggingface' });
  await stage.inPage(async (page) => {
    if (token) await send(page, 'saveToken', { slot: `source:${id}`, token, origin: url });
  });
  await stage.orderSources(host, 'Hugging Face');
}

test.each([
  ['an address in the home network', 'http://192.168.1.1/api/models/old/painter'],
  ["a cloud machine's own data", 'http://169.254.169.254/latest/meta-data'],
  ['a name of the home network', 'https://router.lan/api/models/old/painter'],
  ['a stranger', 'https://stranger.example/api/models/old/painter'],
  ['the same host without encryption', `http://${MIRROR}${OLD}`],
  ['a stranger by way of its own origin', '/hop'],
])('a hub on the internet that sends us to %s: nothing is asked there', async (_name, location) => {
  await addHub(`https://${MIRROR}`, TOKEN);
  stage.lab.answer({ host: MIRROR, path: OLD }, [movedTo(location)]);
  stage.lab.answer({ host: MIRROR, path: '/hop' }, [movedTo('https://stranger.example/there')]);
  stage.lab.log.length = 0;
  const options = await stage.openOptions();
  await options.askChain('old/painter');
  const { nodes } = await options.answered('Nobody can say for sure.');
  expect(nodes[0]).toMatchObject({ name: MIRROR, verdict: 'answers something else' });
  expect(nodes[0]?.facts).toContain('sent us to another address');
  expect([...hosts()].filter((host) => host !== 'huggingface.co')).toEqual([MIRROR]);
  // Whatever came without encryption came over HTTP/1.1.
  expect(new Set(stage.lab.log.map(({ connection }) => connection.protocol))).toEqual(new Set(['h2']));
});

test('a mirror that says where a model went on its own origin is followed there, token and all', async () => {
  await addHub(`https://${MIRROR}`, TOKEN);
  stage.lab.answer({ host: MIRROR, path: OLD }, [movedTo(NEW)]);
  const options = await stage.openOptions();
  await options.askChain('old/painter');
  const { words } = await options.answered(`${MIRROR} has it. Confirmed`);
  expect(words).toContain('There it is called new/painter.');
  const asked = stage.lab.requestsTo(MIRROR, 'painter');
  expect(new Set(asked.map(({ headers }) => headers.authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
});

test('one that redirects for ever is given up', async () => {
  await addHub(`https://${MIRROR}`);
  stage.lab.answer({ host: MIRROR, path: OLD }, [movedTo(`${OLD}?again`)]);
  const options = await stage.openOptions();
  await options.askChain('old/painter');
  const { nodes } = await options.answered('Nobody can say for sure.');
  expect(nodes[0]).toMatchObject({ name: MIRROR, verdict: 'does not answer' });
});

test("a hub in the user's own network may redirect within itself", async () => {
  await addHub('http://hub.lan');
  stage.lab.answer({ host: 'hub.lan', path: OLD }, [movedTo(NEW)]);
  const options = await stage.openOptions();
  await options.askChain('old/painter');
  await options.answered('hub.lan has it. Confirmed');
});
