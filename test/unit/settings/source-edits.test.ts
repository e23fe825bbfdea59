import { describe, expect, test } from 'vitest';
import { HUGGING_FACE_SOURCE } from '../../../src/settings/index.ts';
import { problem, storeBench } from './store-bench.ts';

const HOUR = 60 * 60_000;

describe('adding', () => {
  test('puts a source at the end, tidied', async () => {
    const bench = storeBench();
    const id = await bench.add('Mine', { name: '  Mine ', namespaces: [' me', 'me', '', 'my-team'] });
    expect((await bench.settings()).sources).toEqual([
      HUGGING_FACE_SOURCE,
      {
        id,
        name: 'Mine',
        url: 'https://mine.example',
        type: 'kohakuhub',
        enabled: true,
        namespaces: ['me', 'my-team'],
      },
    ]);
  });

  test('a path that differs in case is another hub', async () => {
    const bench = storeBench();
    await bench.add('One', { url: 'https://team.example/Hub' });
    await bench.add('Two', { url: 'https://team.example/hub' });
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'One', 'Two']);
  });

  test.each([
    ['no name', { name: '  ' }, problem('SOURCE_NAME_EMPTY')],
    ['the same hub again', { url: 'https://huggingface.co/' }, problem('SOURCE_DUPLICATE', 'Hugging Face')],
    [
      'the same hub in capitals',
      { url: 'https://HuggingFace.co' },
      problem('SOURCE_DUPLICATE', 'Hugging Face'),
    ],
    [
      'the same hub by its port',
      { url: 'https://huggingface.co:443' },
      problem('SOURCE_DUPLICATE', 'Hugging Face'),
    ],
    ['an owner with a slash', { namespaces: ['good', 'a/b'] }, problem('NAMESPACE_INVALID', 'a/b')],
    ['an owner with a space', { namespaces: ['two words'] }, problem('NAMESPACE_INVALID', 'two words')],
    ['an owner that leads out', { namespaces: ['..'] }, problem('NAMESPACE_INVALID', '..')],
    [
      'an owner that is far too long',
      { namespaces: ['x'.repeat(97)] },
      problem('NAMESPACE_INVALID', 'x'.repeat(97)),
    ],
  ])('refuses %s', async (_, change, expected) => {
    const { store, area } = storeBench();
    const source = { name: 'Mine', url: 'https://mine.example', type: 'kohakuhub', enabled: true } as const;
    expect(await store.addSource({ ...source, namespaces: [], ...change })).toEqual({ problem: expected });
    expect(area.snapshot()).toEqual({});
  });
});

describe('editing', () => {
  test('two pages at once: each changes the field it names, and no other', async () => {
    const bench = storeBench();
    const id = await bench.add('Mine');
    await Promise.all([
      bench.store.changeSource(id, { enabled: false }),
      bench.store.changeSource(id, { name: 'Ours' }),
      bench.store.changeSource(id, { namespaces: ['us'], type: undefined }),
    ]);
    expect((await bench.settings()).sources[1]).toMatchObject({
      name: 'Ours',
      type: 'kohakuhub',
      enabled: false,
      namespaces: ['us'],
    });
  });

  test('what another page removed is refused, not added again', async () => {
    const bench = storeBench();
    const id = await bench.add('Mine');
    await bench.store.removeSource(id);
    expect(await bench.store.changeSource(id, { enabled: false })).toEqual({
      problem: problem('NO_SUCH_SOURCE', id),
    });
    expect(await bench.sourceNames()).toEqual(['Hugging Face']);
  });

  test('changes the source in its place, and keeps its id', async () => {
    const bench = storeBench();
    const id = await bench.add('Mine');
    await bench.add('Last');
    const edited = { name: 'Ours', url: 'https://ours.example', type: 'kohakuhub', enabled: false } as const;
    expect(await bench.store.changeSource(id, { ...edited, namespaces: ['us'] })).toMatchObject({
      before: { name: 'Mine' },
      after: { name: 'Ours' },
    });
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Ours', 'Last']);
    expect((await bench.settings()).sources[1]).toEqual({ ...edited, id, namespaces: ['us'] });
  });

  test('may leave the address as it is, but not take another’s', async () => {
    const bench = storeBench();
    const id = await bench.add('Mine');
    expect(await bench.store.changeSource(id, { url: 'https://mine.example' })).not.toHaveProperty('problem');
    expect(await bench.store.changeSource(id, { url: 'https://huggingface.co' })).toEqual({
      problem: problem('SOURCE_DUPLICATE', 'Hugging Face'),
    });
  });

  test('the first source, too: Hugging Face can be switched off', async () => {
    const bench = storeBench();
    await bench.store.changeSource('huggingface', { enabled: false });
    expect((await bench.settings()).sources).toEqual([{ ...HUGGING_FACE_SOURCE, enabled: false }]);
  });
});

describe('removing', () => {
  async function three() {
    const bench = storeBench();
    const [first, second] = [await bench.add('First'), await bench.add('Second')];
    return { bench, first, second };
  }

  test('can be undone at the same place', async () => {
    const { bench, first } = await three();
    const before = (await bench.settings()).sources;
    expect(await bench.store.removeSource(first)).toBeUndefined();
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Second']);
    expect(await bench.store.restoreSource(first)).toBeUndefined();
    expect((await bench.settings()).sources).toEqual(before);
  });

  test('of several, undone in another order', async () => {
    const { bench, first } = await three();
    await bench.store.removeSource('huggingface');
    await bench.store.removeSource(first);
    await bench.store.restoreSource('huggingface');
    await bench.store.restoreSource(first);
    expect((await bench.sourceNames()).toSorted()).toEqual(['First', 'Hugging Face', 'Second']);
  });

  test('can be undone once', async () => {
    const { bench, first } = await three();
    await bench.store.removeSource(first);
    await bench.store.restoreSource(first);
    expect(await bench.store.restoreSource(first)).toEqual(problem('NO_SUCH_SOURCE', first));
    expect(await bench.sourceNames()).toHaveLength(3);
  });

  test('cannot be undone when its address is on the list again', async () => {
    const { bench, first } = await three();
    await bench.store.removeSource(first);
    await bench.add('Again', { url: 'https://first.example/' });
    expect(await bench.store.restoreSource(first)).toEqual(problem('SOURCE_DUPLICATE', 'Again'));
  });

  test('is remembered for an hour, with its token; then neither', async () => {
    const { bench, first } = await three();
    await bench.store.removeSource(first);
    bench.state.now += HOUR - 1;
    expect(await bench.store.rememberedSourceIds()).toContain(first);
    bench.state.now += 1;
    expect(await bench.store.rememberedSourceIds()).not.toContain(first);
    expect(await bench.store.restoreSource(first)).toEqual(problem('NO_SUCH_SOURCE', first));
  });

  test('expires even when the clock was a year ahead', async () => {
    const { bench, first } = await three();
    bench.state.now += 365 * 24 * HOUR;
    await bench.store.removeSource(first);
    expect(await bench.store.rememberedSourceIds()).toContain(first);
    bench.state.now -= 365 * 24 * HOUR;
    expect(await bench.store.rememberedSourceIds()).not.toContain(first);
  });

  test('remembers the last five', async () => {
    const bench = storeBench();
    const ids = [];
    for (let index = 0; index < 6; index += 1) ids.push(await bench.add(`Hub${index}`));
    for (const id of ids) await bench.store.removeSource(id);
    const remembered = await bench.store.rememberedSourceIds();
    expect(ids.filter((id) => remembered.has(id))).toEqual(ids.slice(1));
  });

  test('a missing source cannot be removed or restored', async () => {
    const { store } = storeBench();
    expect(await store.removeSource('nobody')).toEqual(problem('NO_SUCH_SOURCE', 'nobody'));
    expect(await store.restoreSource('nobody')).toEqual(problem('NO_SUCH_SOURCE', 'nobody'));
  });

  test('the last one may go: an empty list stays empty', async () => {
    const bench = storeBench();
    await bench.store.removeSource('huggingface');
    expect((await bench.settings()).sources).toEqual([]);
  });
});

test('ordering: ids that are left out keep their order behind, unknown ones count for nothing', async () => {
  const bench = storeBench();
  const [first, second, third] = [
    await bench.add('First'),
    await bench.add('Second'),
    await bench.add('Third'),
  ];
  expect(await bench.store.orderSources([third, 'nobody', first])).toBeUndefined();
  expect(await bench.sourceNames()).toEqual(['Third', 'First', 'Hugging Face', 'Second']);
  expect(await bench.store.orderSources([second, second])).toBeUndefined();
  expect(await bench.sourceNames()).toEqual(['Second', 'Third', 'First', 'Hugging Face']);
});
