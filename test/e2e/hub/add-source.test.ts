import { describe, expect, test } from 'vitest';
import type { Step } from '../../lab/lab.ts';
import { findBarriers, OPTIONS_LOOKS } from '../support/axe.ts';
import { send } from '../support/messages.ts';
import { readStorage } from '../support/storage.ts';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';
import type { Options } from './support/options.ts';

const stage = useHubStage();
const TOKEN = 'hubtoken-of-the-team-0123456789';

describe('adding a hub', () => {
  test('permission, then what it is, then its owners and token; the token is not read back', async () => {
    stage.lab.hubs.add({ host: TEAM, name: 'Team hub', tokens: [TOKEN] });
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `https://${TEAM}/`);
    await options.press('Continue');
    await options.status('Found a KohakuHub, version 0.0.1.');
    expect(stage.lab.requestsTo(TEAM).map(({ path }) => path)).toEqual(['/api/version']);

    await options.fill('Pinned owners', 'our-lab, @friends/ , our-lab');
    await options.fill('Token (optional)', TOKEN);
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', 'Team hub']);
    await options.unfold('Team hub');
    // The hub is in the list before its token is checked.
    await options.sourceShows('Team hub', 'This token is valid; its account is hubuser.');
    const shown = await options.textOf('Team hub');
    expect(shown).toContain(`${TEAM} · KohakuHub`);
    expect(shown).toContain('only for our-lab, friends');
    expect(shown).toContain('ends in 6789');

    const stored = await readStorage(options.page);
    const holders = Object.keys(stored).filter((key) => JSON.stringify(stored[key]).includes(TOKEN));
    expect(holders).toHaveLength(1);
    expect(holders[0]).toMatch(/^secret/);
    const view = await send(options.page, 'readSettings', {});
    expect(JSON.stringify(view)).not.toContain(TOKEN);
    await options.page.reload();
    await options.sourcesAre(['Hugging Face', 'Team hub']);
    expect(await options.page.content()).not.toContain(TOKEN);
    await options.pressIn('Team hub', 'Edit');
    await options.find('textbox', 'Pinned owners');
    expect(await options.page.content()).not.toContain(TOKEN);
    const typed = await options.page.$$eval('input', (inputs) => inputs.map(({ value }) => value));
    expect(typed.join()).not.toContain(TOKEN);
  });

  test('a mirror of Hugging Face is found to be one', async () => {
    stage.lab.answer({ host: MIRROR, path: '/api/version' }, [{ status: 404, json: { error: 'Not Found' } }]);
    stage.lab.answer({ host: MIRROR, path: '/api/models' }, [{ status: 200, json: [] }]);
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', MIRROR);
    await options.press('Continue');
    await options.status('Found a hub that speaks as Hugging Face does.');
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', MIRROR]);
    expect(await options.textOf(MIRROR)).toContain(`${MIRROR} · Hugging Face`);
  });

  test('a hub on this computer, without TLS', async () => {
    stage.lab.hubs.add({ host: 'localhost', name: 'Desk hub', repositories: [{ id: 'our/painter' }] });
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `localhost:${stage.lab.httpPort}`);
    await options.press('Continue');
    await options.status('Found a KohakuHub');
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', 'Desk hub']);
    expect(await options.textOf('Desk hub')).toContain(`http://localhost:${stage.lab.httpPort}`);
    await options.askChain('our/painter');
    const { nodes } = await options.answered('Desk hub has it. Confirmed');
    expect(nodes.map(({ verdict }) => verdict)).toEqual(['does not have it', 'has it']);
  });

  test('an address with a path is a hub below it; one with a dot at its end is the same host', async () => {
    stage.lab.hubs.add({ host: TEAM, name: 'Team hub' });
    stage.lab.answer({ host: MIRROR, path: '/hub/api/version' }, [
      { status: 200, json: { api: 'kohakuhub', version: '1', name: 'Below' } },
    ]);
    const options = await stage.openOptions();
    for (const [typed, name, url] of [
      [`https://${MIRROR}/hub/`, 'Below', `https://${MIRROR}/hub`],
      [`https://${TEAM}./`, 'Team hub', `https://${TEAM}`],
    ] as const) {
      await options.press('Add a source');
      await options.fill('Address', typed);
      await options.press('Continue');
      await options.status('Found a KohakuHub');
      await options.press('Save source');
      await options.sourceShows(name, url.replace('https://', ''));
    }
    expect(await options.textOf('Team hub')).not.toContain(`${TEAM}.`);
    expect(await stage.sourceNames()).toEqual(['Hugging Face', 'Below', 'Team hub']);
  });

  test('the same hub twice is refused, by name, however it is written', async () => {
    stage.lab.hubs.add({ host: TEAM, name: 'Team hub' });
    await stage.addSources({ url: `https://${TEAM}`, name: 'Team hub' });
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `HTTPS://${TEAM.toUpperCase()}.//`);
    await options.press('Continue');
    await options.status('Found a KohakuHub');
    await options.press('Save source');
    await options.alert('This hub is on the list already: Team hub.');
    expect(await stage.sourceNames()).toEqual(['Hugging Face', 'Team hub']);
  });
});

test('an address that cannot be a hub is refused in words, before anybody is asked', async () => {
  const options = await stage.openOptions();
  await options.press('Add a source');
  for (const [typed, sentence] of [
    ['', 'Type the address of the hub.'],
    ['not an address', 'This is not an address.'],
    [`http://${TEAM}`, 'http:// is only for this computer and private networks'],
    [`https://me:secret@${TEAM}`, 'Leave user name and password out of the address.'],
    [`https://${TEAM}/?token=1`, 'Leave out everything from “?” or “#” on.'],
    [`https://${TEAM}/#top`, 'Leave out everything from “?” or “#” on.'],
    [`ftp://${TEAM}`, 'An address starts with https://'],
  ] as const) {
    await options.fill('Address', typed);
    await options.press('Continue');
    await options.alert(sentence);
    const field = await options.find('textbox', 'Address');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(typed);
  }
  expect(stage.lab.log).toEqual([]);
  expect(await stage.sourceNames()).toEqual(['Hugging Face']);
});

describe('an address that answers, but as no hub', () => {
  test('a page, JSON of its own, 50 MB, a redirect to a real hub: refused in words', async () => {
    const options = await stage.openOptions();
    await options.press('Add a source');
    const steps: Step[] = [
      'html',
      { status: 200, json: { hello: 'you' } },
      { status: 200, json: Array(50).fill('x'.repeat(1_000_000)) },
      { status: 302, headers: { location: 'https://huggingface.co/api/models' } },
    ];
    for (const step of steps) {
      stage.lab.answer({ host: TEAM }, [step]);
      // Typing removes the last message.
      await options.fill('Address', `https://${TEAM}`);
      expect(await options.page.$('[role="alert"]')).toBeNull();
      await options.press('Continue');
      await options.alert('Something answered at this address, but it is no hub that Understudy knows.');
    }
    expect(await stage.sourceNames()).toEqual(['Hugging Face']);
  });

  test.each([401, 403])(
    'a mirror that answers %i without its token: it takes the token, and says which is wrong',
    async (status) => {
      const shut = { status, json: { error: 'no' } };
      stage.lab.hubs.add({ host: TEAM, tokens: [TOKEN] });
      stage.lab.answer({ host: TEAM }, [
        ({ headers, url }) => {
          if (headers.authorization !== `Bearer ${TOKEN}`) return shut;
          if (url.pathname === '/api/models') return { status: 200, json: [] };
          return { status: 404, json: {} };
        },
      ]);
      const options = await stage.openOptions();
      await options.press('Add a source');
      await options.fill('Address', `https://${TEAM}`);
      await options.press('Continue');
      await options.shows('This address shows nothing without a token.');
      await options.fill('Token (optional)', 'hubtoken-of-somebody-else');
      await options.press('Continue');
      await options.shows(`${TEAM} did not accept this token.`);
      expect(await findBarriers(options.page, OPTIONS_LOOKS)).toEqual([]);
      await options.fill('Token (optional)', TOKEN);
      await options.press('Continue');
      await options.status('Found a hub that speaks as Hugging Face does.');
      await options.press('Save source');
      await options.sourcesAre(['Hugging Face', TEAM]);
      await options.pressIn(TEAM, 'Test');
      await options.sourceShows(TEAM, 'Reachable: speaks as Hugging Face does.');
      const saw = stage.lab.log.filter(({ headers }) => JSON.stringify(headers).includes('hubtoken'));
      expect([...new Set(saw.map(({ host }) => host))]).toEqual([TEAM]);
    },
  );

  test('nothing answers: an error says so, and the user can add it all the same', async () => {
    stage.lab.answer({ host: TEAM }, ['reset']);
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `https://${TEAM}`);
    await options.press('Continue');
    await options.alert('Nothing answered at this address.');
    await options.press('Add it anyway');
    await options.status('What this is could not be found out, so choose its type yourself.');
    await options.choose('Type', 'kohakuhub');
    await options.press('Save source');
    await options.sourcesAre(['Hugging Face', TEAM]);
  });

  /** The page while a slow hub is being identified. */
  async function askSlowHub(): Promise<Options> {
    stage.lab.hubs.add({ host: TEAM, name: 'Team hub' });
    stage.lab.answer({ host: TEAM }, [{ delayMs: 1000, of: 'pass' }]);
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `https://${TEAM}`);
    await options.press('Continue');
    await options.status('Finding out what it is…');
    return options;
  }

  test('who goes on to something else while it is asked keeps the focus', async () => {
    const options = await askSlowHub();
    await options.fill('Repository', 'our/');
    await options.status('Found a KohakuHub');
    await options.page.keyboard.type('painter');
    const field = await options.find('textbox', 'Repository');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe('our/painter');
  });

  test('cancelled while it is asked: what it answers then opens nothing', async () => {
    const options = await askSlowHub();
    await options.press('Cancel');
    await options.press('Add a source');
    await options.fill('Address', `https://${MIRROR}`);
    // The answer for the first address has come by the time the second is refused.
    stage.lab.answer({ host: MIRROR }, [{ delayMs: 2000, of: 'html' }]);
    await options.press('Continue');
    await options.alert('Something answered at this address');
    const field = await options.find('textbox', 'Address');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(`https://${MIRROR}`);
  });

  test('a token typed while it is asked is not lost: its answer is not waited for', async () => {
    const options = await askSlowHub();
    await options.fill('Token (optional)', 'hubtoken-typed-meanwhile');
    await options.press('Continue');
    await options.status('Found a KohakuHub');
    const field = await options.find('textbox', 'Token (optional)');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe(
      'hubtoken-typed-meanwhile',
    );
  });

  test('it never answers: bounded by the time-out of the settings', async () => {
    stage.lab.answer({ host: TEAM }, ['hang']);
    await stage.inPage((page) => send(page, 'updateSettings', { patch: { hub: { timeoutMs: 1000 } } }));
    const options = await stage.openOptions();
    await options.press('Add a source');
    await options.fill('Address', `https://${TEAM}`);
    await options.press('Continue');
    await options.alert('Nothing answered at this address.');
    await stage.lab.waitForRequest(({ host, closedEarly }) => host === TEAM && closedEarly);
  });
});
