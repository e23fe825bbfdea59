import { expect, test } from 'vitest';
import { useBuilds } from '../support/build-with.ts';
import { send } from '../support/messages.ts';
import { writeStorage } from '../support/storage.ts';
import { words } from '../support/words.ts';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';

/** What a team ships with its own build; managed policy has a test of its own. */
const ENVIRONMENT = {
  KOHAKU_HUB_FALLBACK_ENABLED: 'true',
  KOHAKU_HUB_FALLBACK_CACHE_TTL: '60',
  KOHAKU_HUB_FALLBACK_TIMEOUT: '4',
  KOHAKU_HUB_FALLBACK_MAX_CONCURRENT: '2',
  KOHAKU_HUB_FALLBACK_SOURCES: JSON.stringify([
    { url: 'https://huggingface.co', name: 'Hugging Face', source_type: 'huggingface', priority: 20 },
    { url: `https://${TEAM}`, name: 'Team', source_type: 'kohakuhub', priority: 10, namespaces: ['our'] },
  ]),
};
const buildWith = useBuilds();

const stage = useHubStage({
  build: async () => {
    const { code, folder, said } = await buildWith(ENVIRONMENT);
    if (code !== 0) throw new Error(said);
    return folder;
  },
});

test('the build starts with the sources of its environment, in order, and asks for permission where it needs one', async () => {
  stage.lab.hubs.add({ host: TEAM, repositories: [{ id: 'our/painter' }] });
  const options = await stage.openOptions();
  await options.sourcesAre(['Team', 'Hugging Face']);
  const team = await options.textOf('Team');
  expect(team).toContain('only for our');
  expect(team).toContain(`Not asked: Understudy has no permission to reach ${TEAM}.`);
  await options.press('Allow');
  await options.goTo('Advanced');
  for (const [label, value] of [
    ['Cache time in seconds', '60'],
    ['Time-out in seconds', '4'],
    ['Most questions at once', '2'],
  ] as const) {
    const field = await options.find('textbox', label);
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(value);
  }
  await options.goTo('Hubs');
  await options.askChain('our/painter');
  await options.answered('Team has it. Confirmed');
  expect(stage.lab.requestsTo('huggingface.co')).toEqual([]);
});

test("the user's own settings come on top: order, a source more, one less, a cache time", async () => {
  stage.lab.hubs.add({ host: MIRROR, name: 'Mirror' });
  await stage.addSources({ url: `https://${MIRROR}`, name: 'Mirror' });
  const options = await stage.openOptions();
  await options.pressIn('Team', 'Remove');
  await options.pressIn('Mirror', 'Move up');
  await options.sourcesAre(['Mirror', 'Hugging Face']);
  await send(options.page, 'updateSettings', { patch: { hub: { cacheTtlSeconds: 10 } } });
  await stage.chromium.killWorker();
  await options.page.reload();
  // The source that was shipped and removed does not come back.
  await options.sourcesAre(['Mirror', 'Hugging Face']);
  await options.goTo('Advanced');
  const field = await options.find('textbox', 'Cache time in seconds');
  expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe('10');
});

test('a token in the environment stops the build, with a sentence', async () => {
  const sources = JSON.stringify([{ url: `https://${TEAM}`, token: 'hf_shipped' }]);
  const { code, said } = await buildWith({ KOHAKU_HUB_FALLBACK_SOURCES: sources });
  expect(code).not.toBe(0);
  expect(said).toContain('KOHAKU_HUB_FALLBACK_SOURCES holds a token.');
  expect(said).not.toContain('hf_shipped');
});

test('a public hub in plain http stops the build, with a sentence', async () => {
  const sources = JSON.stringify([{ url: 'http://hub.example.org' }]);
  const { code, said } = await buildWith({ KOHAKU_HUB_FALLBACK_SOURCES: sources });
  expect(code).not.toBe(0);
  expect(said).toContain('KOHAKU_HUB_FALLBACK_SOURCES has a hub in plain http');
});

test('one that comes by policy is listed with the reason why it is never asked, and nothing to allow', async () => {
  const options = await stage.openOptions();
  const plain = { id: 'shipped:x', name: 'Plain', type: 'kohakuhub', enabled: true, namespaces: ['our'] };
  // As policy puts it into the list, which no form has checked.
  await writeStorage(options.page, { settings: { sources: [{ ...plain, url: 'http://hub.example.org' }] } });
  await options.page.reload();
  await options.find('button', 'Add a source');
  const text = await options.textOf('Plain');
  expect(text).toContain(words('problem_SOURCE_URL_PLAIN_HTTP'));
  expect(text).not.toContain('Allow');
});
