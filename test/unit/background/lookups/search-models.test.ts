import { expect, test, vi } from 'vitest';
import { searchModels } from '../../../../src/background/lookups/search-models.ts';
import type { Current } from '../../../../src/background/state/current.ts';
import type { ListItem } from '../../../../src/hub/index.ts';

const route = { status: 'live', task: 'text-to-image' };
const HERE = [
  { id: 'huggingface', name: 'Hugging Face', type: 'huggingface', url: 'https://huggingface.co' },
  { id: 'mirror', name: 'Mirror', type: 'huggingface', url: 'https://hf-mirror.example' },
  { id: 'team', name: 'Team', type: 'kohakuhub', url: 'https://team.example' },
];

function item(id: string, source: string, more: Partial<ListItem> = {}): ListItem {
  return { id, _source: source, _source_url: '', ...more };
}

/** What all sources list together, and what Hugging Face lists alone. */
function setUp(listed: ListItem[], own: ListItem[] | Error) {
  const ownList = vi.fn(async () => {
    if (own instanceof Error) throw own;
    return { items: own, sources: [] };
  });
  const state = {
    settings: { sources: HERE },
    hub: { list: async () => ({ items: listed, sources: [] }) },
    huggingFaceHub: { list: ownList },
  } as unknown as Current;
  const runs = async () => {
    const { hits } = await searchModels(' fox ', state);
    return hits.map(({ item: { id }, alsoAt, runnable }) => [id, alsoAt, runnable]);
  };
  return { runs, ownList };
}

const shadowed = item('acme/fox', 'team', { alternatives: ['huggingface'] });

test('a mirror does not say what Hugging Face runs', async () => {
  const mapping = { nscale: { ...route, providerId: 'acme/one' } };
  const { runs } = setUp([item('acme/fox', 'mirror', { inferenceProviderMapping: mapping })], []);
  expect(await runs()).toEqual([['acme/fox', [], 'no']]);
});

test('listed by Hugging Face, by another hub, by both: who runs it is said by Hugging Face alone', async () => {
  const { runs, ownList } = setUp(
    [
      item('acme/owl', 'huggingface', {
        inferenceProviderMapping: { nscale: { ...route, providerId: 'acme/one' } },
      }),
      item('acme/cat', 'team'),
      shadowed,
    ],
    [
      item('acme/fox', 'huggingface', {
        inferenceProviderMapping: { nscale: { ...route, providerId: 'acme/one' } },
      }),
    ],
  );
  expect(await runs()).toEqual([
    ['acme/owl', [], 'yes'],
    ['acme/cat', [], 'no'],
    ['acme/fox', ['Hugging Face'], 'yes'],
  ]);
  expect(ownList).toHaveBeenCalledWith('model', expect.objectContaining({ search: 'fox' }));
});

test('where nothing is listed by both, Hugging Face is not asked a second time', async () => {
  const { runs, ownList } = setUp([item('acme/cat', 'team')], []);
  await runs();
  expect(ownList).not.toHaveBeenCalled();
});

test.each([
  ['fails', new Error('offline')],
  ['no longer lists it', []],
])('Hugging Face %s the second time: it is not known', async (_, own) => {
  expect(await setUp([shadowed], own).runs()).toEqual([['acme/fox', ['Hugging Face'], 'unknown']]);
});

test('models that make no pictures are left out', async () => {
  const { runs } = setUp([item('acme/voice', 'team', { pipeline_tag: 'text-to-speech' })], []);
  expect(await runs()).toEqual([]);
});
