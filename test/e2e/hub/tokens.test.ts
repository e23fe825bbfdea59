import { describe, expect, test } from 'vitest';
import { findBarriers, OPTIONS_LOOKS } from '../support/axe.ts';
import { send } from '../support/messages.ts';
import { HF_TOKEN } from '../support/tokens.ts';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';
import { driveOptions } from './support/options.ts';

const stage = useHubStage();
const TEAM_TOKEN = 'hubtoken-of-the-team-0123456789';
const MIRROR_TOKEN = 'hubtoken-of-the-mirror-9876543210';

/** Two hubs with a private repository each, both with tokens, before Hugging Face. */
async function addHubs() {
  stage.lab.hubs.add({
    host: TEAM,
    tokens: [TEAM_TOKEN],
    repositories: [{ id: 'our/secret', private: true, files: [{ path: 'a.bin', content: 'a', lfs: true }] }],
  });
  stage.lab.hubs.add({
    host: MIRROR,
    tokens: [MIRROR_TOKEN],
    repositories: [{ id: 'their/secret', private: true }],
  });
  const [team, mirror] = await stage.addSources(
    { url: `https://${TEAM}`, name: 'Team' },
    { url: `https://${MIRROR}`, name: 'Mirror' },
  );
  await stage.inPage(async (page) => {
    await send(page, 'saveToken', { slot: `source:${team}`, token: TEAM_TOKEN, origin: `https://${TEAM}` });
    await send(page, 'saveToken', {
      slot: `source:${mirror}`,
      token: MIRROR_TOKEN,
      origin: `https://${MIRROR}`,
    });
  });
  await stage.orderSources('Team', 'Mirror', 'Hugging Face');
}

/** The hosts that were sent a text, anywhere in a request. */
function hostsThatSaw(text: string): string[] {
  const saw = stage.lab.log.filter(({ headers, path, query, bodyText }) =>
    `${JSON.stringify(headers)} ${path} ${query} ${bodyText}`.includes(text),
  );
  return [...new Set(saw.map(({ host }) => host))];
}

test('a token goes to its own hub and nowhere else, whatever is done with it', async () => {
  await addHubs();
  await stage.connect();
  const finder = await stage.openFinder();
  await finder.lookUp('our/secret');
  await finder.shows('Team has it.');
  await finder.press('List its files');
  await finder.files('a.bin');
  await finder.press('Download a.bin');
  await stage.lab.waitForRequest(({ path }) => path.includes('/resolve/'));
  // The download's tab is in front now.
  await finder.page.bringToFront();
  await finder.press('Back');
  await finder.search('secret');
  await finder.results(2);
  const options = await stage.openOptions();
  await options.askChain('their/secret');
  const { nodes } = await options.answered('Mirror has it. Confirmed');
  expect(nodes.map(({ verdict }) => verdict)).toEqual(['does not have it', 'has it', 'does not have it']);
  for (const name of ['Team', 'Mirror', 'Hugging Face']) {
    await options.pressIn(name, 'Test');
    await options.sourceShows(name, 'Reachable');
  }
  expect(hostsThatSaw(TEAM_TOKEN)).toEqual([TEAM]);
  expect(hostsThatSaw(MIRROR_TOKEN)).toEqual([MIRROR]);
  // The account's own token is for pictures; the source Hugging Face has none here.
  expect(
    stage.lab.requestsTo('huggingface.co', '/api/models').some(({ headers }) => headers.authorization),
  ).toBe(false);
  expect(hostsThatSaw(HF_TOKEN)).toEqual(['huggingface.co']);
  expect(stage.lab.violations).toEqual([]);
});

test('moved to another origin, a source takes no token along', async () => {
  await addHubs();
  stage.lab.hubs.add({ host: 'localhost', name: 'Desk' });
  const options = await stage.openOptions();
  await options.unfold('Team');
  await options.sourceShows('Team', 'This token is valid');
  await options.pressIn('Team', 'Edit');
  await options.fill('Address', `http://localhost:${stage.lab.httpPort}`);
  await options.press('Save source');
  await options.sourceShows('Team', 'http://localhost');
  expect(await options.textOf('Team')).not.toContain('Token saved');
  await options.askChain('our/secret');
  await options.answered('Nobody has it');
  await stage.lab.waitForRequest(({ host, path }) => host === 'localhost' && path.startsWith('/api/models'));
  expect(hostsThatSaw(TEAM_TOKEN)).toEqual([TEAM]);
});

describe('Test says what it finds', () => {
  test('a valid token, a wrong one, and none', async () => {
    await addHubs();
    const options = await stage.openOptions();
    await options.pressIn('Team', 'Test');
    await options.sourceShows('Team', 'Reachable: a KohakuHub, version 0.0.1.');
    await options.sourceShows('Team', 'This token is valid; its account is hubuser.');

    await options.pressIn('Mirror', 'Edit');
    await options.pressIn('Mirror', 'Replace');
    await options.fill('Token for Mirror', 'mistyped-token-000000');
    await options.pressIn('Mirror', 'Save token');
    await options.shows('Mirror does not accept this token: it is mistyped, expired or revoked.');
    await options.pressIn('Mirror', 'Cancel');
    await options.pressIn('Mirror', 'Test');
    await options.sourceShows('Mirror', 'Reachable: a KohakuHub');
    await options.sourceShows('Mirror', 'Mirror does not accept this token');

    await options.pressIn('Hugging Face', 'Test');
    await options.sourceShows('Hugging Face', 'Reachable: speaks as Hugging Face does.');
    expect(await options.textOf('Hugging Face')).not.toContain('token');
  });

  test('a hub that is down, one that is something else now, and one of another type', async () => {
    await addHubs();
    const options = await stage.openOptions();
    stage.lab.answer({ host: TEAM }, ['reset']);
    await options.pressIn('Team', 'Test');
    await options.sourceShows('Team', 'No answer: it is down, or cannot be reached from here.');
    stage.lab.answer({ host: TEAM }, ['html']);
    await options.pressIn('Team', 'Test');
    await options.sourceShows('Team', 'Something answers there (status 200), but not as a hub.');
    stage.lab.answer({ host: TEAM, path: '/api/version' }, [{ status: 404, json: {} }]);
    stage.lab.answer({ host: TEAM, path: '/api/models' }, [{ status: 200, json: [] }]);
    await options.pressIn('Team', 'Test');
    await options.sourceShows('Team', 'it speaks as Hugging Face does: change its type.');
  });
});

test('of a list that is locked: only the token is changed, and its field has the focus', async () => {
  await addHubs();
  const page = await stage.chromium.openPage('/manifest.json');
  await page.evaluateOnNewDocument(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } };
    type Reply = { value: { locked: string[]; sources: { locked: boolean }[] } };
    type Send = (message: { name: string }) => Promise<Reply>;
    const send = chrome.runtime.sendMessage;
    // The deployer's list as pages get it.
    chrome.runtime.sendMessage = async (message) => {
      const reply = await send(message);
      if (message.name !== 'readSettings') return reply;
      const sources = reply.value.sources.map((source) => ({ ...source, locked: true }));
      return { ...reply, value: { ...reply.value, sources, locked: ['sources'] } };
    };
  });
  await page.goto(`chrome-extension://${stage.chromium.extensionId}/options.html#hubs`);
  const options = driveOptions(page);
  expect(await options.textOf('Hugging Face')).toContain('Locked: set by your organisation.');
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText);
  await options.pressIn('Team', 'Token');
  await expect.poll(focused).toBe('Replace');
  await options.pressIn('Hugging Face', 'Token');
  await options.page.keyboard.type(HF_TOKEN);
  const field = await options.find('textbox', 'Token for Hugging Face');
  expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(HF_TOKEN);
  expect(await findBarriers(page, OPTIONS_LOOKS)).toEqual([]);
  await options.pressIn('Team', 'Close');
  await expect.poll(focused).toBe('Token');
});

test('removed and saved anew, a token is asked for; removed alone, it is gone', async () => {
  await addHubs();
  const options = await stage.openOptions();
  await options.pressIn('Team', 'Edit');
  await options.pressIn('Team', 'Remove token');
  await options.pressIn('Team', 'Yes, remove it');
  await options.find('textbox', 'Token for Team');
  await options.pressIn('Team', 'Cancel');
  expect(await options.textOf('Team')).not.toContain('Token saved');
  await options.askChain('our/secret');
  // Without its token a private repository looks missing.
  await options.answered('Nobody has it: every source said no.');
  expect(stage.lab.requestsTo(TEAM, '/api/models').at(-1)?.headers.authorization).toBeUndefined();
});
