import { expect, test } from 'vitest';
import { searchModels } from '../../../../src/background/lookups/search-models.ts';
import type { Hub, ListItem, ListReport } from '../../../../src/hub/index.ts';
import type { ModelSearch } from '../../../../src/messages/index.ts';
import { defaultSettings } from '../../../../src/settings/index.ts';

const SOURCES = [
  { id: 'team', name: 'Team', url: 'https://team.example', type: 'kohakuhub' },
  { id: 'mirror', name: 'Mirror', url: 'https://mirror.example', type: 'huggingface' },
  { id: 'hf', name: 'Hugging Face', url: 'https://huggingface.co', type: 'huggingface' },
].map((source) => ({ ...source, enabled: true, namespaces: [] }));
const LIVE = { nscale: { status: 'live', task: 'text-to-image', providerId: 'acme/one' } };

interface Part {
  items: Partial<ListItem>[];
  report?: Partial<ListReport>;
}

const defaults = defaultSettings({ routes: [] });

/** What each source lists, in the order in which they answer. */
async function search(parts: Record<string, Part>, words = ' fox ', agreed = true) {
  const asked: unknown[] = [];
  const heard: ModelSearch[] = [];
  const list: Hub['list'] = async (_type, query, options) => {
    asked.push({ ...query, fresh: options?.fresh });
    const reports = Object.entries(parts).map(([id, { items, report }]) => {
      const own = items.map((item) => ({ id: '', ...item, _source: id, _source_url: '' }) as ListItem);
      const part: ListReport = { source: id, verdict: 'present', count: own.length, ...report };
      options?.onSource?.({ items: own, report: part });
      return part;
    });
    return { items: [], sources: reports, complete: true };
  };
  const state = {
    settings: { ...defaults, sources: SOURCES as typeof defaults.sources },
    hub: { list } as Hub,
    agreed,
  };
  const onResults = (found: ModelSearch) => void heard.push(found);
  return { found: await searchModels(words, state, { onResults }), heard, asked };
}

const runs = ({ hits }: ModelSearch) => hits.map(({ item: { id }, runnable }) => [id, runnable]);

test('hubs are asked for picture models: what comes first without that may be 60 language models', async () => {
  const { asked } = await search({});
  expect(asked).toEqual([expect.objectContaining({ search: 'fox', pipeline_tag: 'text-to-image' })]);
});

test('without words nobody is asked before the user has agreed; words are typed to be looked for', async () => {
  expect((await search({}, ' ', false)).asked).toEqual([]);
  expect((await search({}, ' ', true)).asked).toHaveLength(1);
  expect((await search({}, 'fox', false)).asked).toHaveLength(1);
});

test('who can run it is said by Hugging Face itself, and by no mirror', async () => {
  const { found } = await search({
    team: { items: [{ id: 'acme/cat' }, { id: 'acme/fox' }] },
    mirror: { items: [{ id: 'acme/hen', inferenceProviderMapping: LIVE }] },
    hf: {
      items: [
        { id: 'Acme/Fox', inferenceProviderMapping: LIVE },
        { id: 'acme/owl', inferenceProviderMapping: {} },
      ],
    },
  });
  expect(runs(found)).toEqual([
    ['acme/cat', 'no'],
    ['acme/hen', 'no'],
    ['acme/owl', 'no'],
    ['acme/fox', 'yes'],
  ]);
});

test('what Hugging Face did not say is not known', async () => {
  const { found } = await search({
    team: { items: [{ id: 'acme/cat', inferenceProviderMapping: LIVE }] },
    hf: { items: [], report: { verdict: 'unreachable' } },
  });
  expect(runs(found)).toEqual([['acme/cat', 'unknown']]);
});

test('results come as each source answers, in the order of the sources', async () => {
  const { heard } = await search({
    hf: { items: [{ id: 'acme/fox' }] },
    team: { items: [{ id: 'acme/cat' }, { id: 'acme/FOX' }] },
  });
  expect(heard.map(({ hits }) => hits.map(({ item, alsoAt }) => [item.id, item._source, alsoAt]))).toEqual([
    [['acme/fox', 'hf', []]],
    [
      ['acme/cat', 'team', []],
      ['acme/FOX', 'team', ['Hugging Face']],
    ],
  ]);
  expect(heard.map(({ complete }) => complete)).toEqual([false, false]);
});

test('models that make no pictures are left out', async () => {
  const { found } = await search({ team: { items: [{ id: 'acme/voice', pipeline_tag: 'text-to-speech' }] } });
  expect(found.hits).toEqual([]);
});

test('only what is shown is passed on, however much a hub sends', async () => {
  const deep = JSON.parse('['.repeat(1_000) + ']'.repeat(1_000));
  const { found } = await search({
    team: {
      items: [
        {
          id: 'acme/fox',
          likes: 3,
          downloads: 'many' as never,
          cardData: deep,
          siblings: Array(10_000).fill('x'),
        },
        { id: 'x'.repeat(100_000) },
      ],
    },
  });
  expect(found.hits.map(({ item }) => item)).toEqual([{ id: 'acme/fox', _source: 'team', likes: 3 }]);
  expect(JSON.stringify(found).length).toBeLessThan(1_000);
});

test.each([
  ['more than are shown', Array.from({ length: 41 }, (_, at) => ({ id: `acme/${at}` })), {}, 40, false],
  ['a list that is not whole', [{ id: 'acme/fox' }], { incomplete: 'page-limit' as const }, 1, false],
  ['a whole one', [{ id: 'acme/fox' }], {}, 1, true],
])('%s', async (_, items, report, shown, complete) => {
  const { found } = await search({ team: { items, report } });
  expect([found.hits.length, found.complete]).toEqual([shown, complete]);
});
