import { describe, expect, test } from 'vitest';
import { send } from '../support/messages.ts';
import { MIRROR, TEAM, useHubStage } from './support/hub-stage.ts';

const stage = useHubStage();
const MODEL = 'black-forest-labs/FLUX.1-schnell';
const TOKEN = 'hubtoken-of-the-team-0123456789';

async function addBoth() {
  await stage.addSources(
    { url: `https://${TEAM}`, name: 'Team' },
    { url: `https://${MIRROR}`, name: 'Mirror' },
  );
  await stage.orderSources('Team', 'Mirror', 'Hugging Face');
}

describe('hubs that ask others themselves', () => {
  test('two that fall back to each other and to Hugging Face: only who has it counts as hosting', async () => {
    stage.lab.hubs.add({ host: TEAM, fallbackTo: [MIRROR, 'huggingface.co'] });
    stage.lab.hubs.add({ host: MIRROR, fallbackTo: [TEAM, 'huggingface.co'] });
    await addBoth();
    const options = await stage.openOptions();
    await options.askChain(MODEL);
    const { nodes, words } = await options.answered(
      'Hugging Face has it. Confirmed: every source above said no.',
    );
    expect(nodes.map(({ verdict }) => verdict)).toEqual(['does not have it', 'does not have it', 'has it']);
    expect(words).not.toContain('Also at');
    await options.askChain('nobody/has-this');
    await options.answered('Nobody has it: every source said no.');
    expect(stage.lab.log).toHaveLength(6);
  });

  test('one that passes on what Hugging Face has although it was asked not to: still not hosting', async () => {
    stage.lab.hubs.add({ host: TEAM });
    stage.lab.hubs.add({ host: MIRROR });
    await addBoth();
    stage.lab.answer({ host: TEAM, path: '/api/models' }, [
      { status: 200, json: { id: MODEL, _source: 'huggingface', _source_url: 'https://huggingface.co' } },
    ]);
    stage.lab.answer({ host: MIRROR, path: '/api/models' }, [
      { status: 200, headers: { 'x-source': 'huggingface' }, json: { id: MODEL } },
    ]);
    const options = await stage.openOptions();
    await options.askChain(MODEL);
    const { nodes } = await options.answered('Hugging Face has it. Confirmed');
    expect(nodes.map(({ verdict }) => verdict)).toEqual(['does not have it', 'does not have it', 'has it']);
  });

  test('repositories that they pass on from others are not theirs', async () => {
    stage.lab.hubs.add({ host: TEAM, fallbackTo: ['huggingface.co'], repositories: [{ id: 'our/qwen' }] });
    stage.lab.hubs.add({ host: MIRROR, fallbackTo: [TEAM] });
    await addBoth();
    const finder = await stage.openFinder();
    await finder.search('qwen');
    const results = (await finder.results(2)).join('\n');
    expect(results).toMatch(/our\/qwen\n.*\nTeam has its files/);
    expect(results).toMatch(/Qwen\/Qwen-Image\n.*\nAt Hugging Face(?!,)/);
  });
});

describe.each(['2025', '2026'] as const)('a KohakuHub of %s', (generation) => {
  async function addTeam(): Promise<string> {
    stage.lab.hubs.add({
      host: TEAM,
      generation,
      tokens: [TOKEN],
      repositories: [{ id: 'our/open' }, { id: 'our/secret', private: true }],
    });
    const [id = ''] = await stage.addSources({ url: `https://${TEAM}`, name: 'Team' });
    return id;
  }

  test('what is open is found; what is private looks missing until a token may see it', async () => {
    const id = await addTeam();
    const options = await stage.openOptions();
    await options.askChain('our/open');
    await options.answered('Team has it. Confirmed');
    await options.askChain('our/secret');
    await options.answered('Nobody has it: every source said no.');
    await send(options.page, 'saveToken', { slot: `source:${id}`, token: TOKEN, origin: `https://${TEAM}` });
    await options.askChain('our/secret');
    await options.answered('Team has it. Confirmed');
    await options.askChain('our/nothing');
    await options.answered('Nobody has it: every source said no.');
  });

  test('a repository that differs in case is another one', async () => {
    await addTeam();
    const options = await stage.openOptions();
    await options.askChain('Our/Open');
    await options.answered('Nobody has it: every source said no.');
    await options.askChain('our/open');
    await options.answered('Team has it.');
  });
});
