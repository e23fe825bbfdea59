import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, problem, storeBench } from './store-bench.ts';

describe('corrupt settings', () => {
  test('field by field: one bad value costs none of the others', async () => {
    const bench = storeBench({
      stored: {
        version: 'x',
        first: 'nobody',
        huggingface: {
          enabled: false,
          model: 'https://huggingface.co/acme/fox',
          timeoutMs: 'soon',
          apiUrl: 'ftp://x',
        },
        puter: 'off',
        hub: { cacheTtlSeconds: 1e9, maxConcurrent: 3 },
        sources: 'none',
      },
    });
    const { settings, unreadable } = await bench.store.read();
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      huggingface: { ...DEFAULT_SETTINGS.huggingface, enabled: false },
      hub: { ...DEFAULT_SETTINGS.hub, maxConcurrent: 3 },
    });
    expect(unreadable).toBe(true);
  });

  test('a list keeps the sources that can be read, each id once', async () => {
    const good = {
      id: 'a',
      name: 'A',
      url: 'https://a.example',
      type: 'kohakuhub',
      enabled: true,
      namespaces: [],
    };
    const bench = storeBench({
      stored: {
        sources: [
          null,
          { ...good, enabled: 'x', namespaces: 7 },
          { ...good, url: 'https://twin.example' },
          { ...good, id: 'b', url: 'not a url' },
          { ...good, id: 'c', type: 'gitlab' },
        ],
        shippedSources: ['huggingface'],
      },
    });
    expect((await bench.settings()).sources).toEqual([good]);
  });

  test.each([['text'], [42], [true], [[1, 2]]])(
    '%j is no settings at all: defaults stand in, and it is set aside at the next write',
    async (stored) => {
      const bench = storeBench({ stored });
      expect(await bench.store.read()).toMatchObject({ settings: DEFAULT_SETTINGS, unreadable: true });
      expect(bench.area.snapshot()).toEqual({ settings: stored });

      await bench.store.update({ primary: 'puter' });
      expect(bench.area.snapshot()).toEqual({
        settings: { version: 2, primary: 'puter' },
        'settings:rescued': stored,
      });
      expect(await bench.store.read()).toMatchObject({ settings: { primary: 'puter' }, unreadable: false });
      await bench.store.update({ primary: 'huggingface' });
      expect(bench.area.snapshot()['settings:rescued']).toEqual(stored);
    },
  );

  const good = {
    id: 'a',
    name: 'A',
    url: 'https://a.example',
    type: 'kohakuhub',
    enabled: true,
    namespaces: [],
  };
  test.each([
    ['a source of an unknown type', { sources: [good, { ...good, id: 'b', type: 'gitlab' }] }],
    ['a source that is no object', { sources: [7, good] }],
    ['a source twice', { sources: [good, { ...good, name: 'Twin' }] }],
    ['owners that are none', { sources: [{ ...good, namespaces: 'me' }] }],
    ['something more about a source', { sources: [{ ...good, colour: 'red' }] }],
    ['a removed source that cannot be brought back', { removedSources: [{ source: good, index: 'x' }] }],
    ['a value out of its limits', { hub: { maxConcurrent: 99 } }],
    ['a model that is none', { huggingface: { model: 'https://huggingface.co/acme/fox' } }],
    ['a setting of a later version', { version: 3, seed: 7 }],
  ])('%s is said, and set aside once with the rest before it is dropped', async (_what, part) => {
    const stored = { version: 2, puter: { timeoutMs: 45_000 }, ...part };
    const bench = storeBench({ stored });
    const before = await bench.store.read();
    expect(before.unreadable).toBe(true);
    expect(bench.area.snapshot()).toEqual({ settings: stored });

    await bench.store.update({ primary: 'puter' });
    expect(bench.area.snapshot()['settings:rescued']).toEqual(stored);
    expect(await bench.store.read()).toMatchObject({
      settings: { ...before.settings, primary: 'puter' },
      unreadable: false,
    });
    await bench.store.update({ primary: 'huggingface' });
    expect(bench.area.snapshot()['settings:rescued']).toEqual(stored);
  });

  test('what can be read, and what is there but null or undefined, needs no mending', async () => {
    for (const stored of [null, {}, { version: 2, sources: [good], first: undefined, hub: {} }]) {
      const bench = storeBench({ stored });
      expect((await bench.store.read()).unreadable).toBe(false);
      await bench.store.update({ primary: 'puter' });
      expect(bench.area.snapshot()).not.toHaveProperty('settings:rescued');
    }
  });

  test('an unreadable source that was set aside is still remembered, so that its token is; a removed one is not', async () => {
    const bench = storeBench({ stored: { sources: [good, { ...good, id: 'b', type: 'gitlab' }, null] } });
    await bench.store.update({ primary: 'puter' });
    expect(await bench.store.rememberedSourceIds()).toEqual(new Set(['a', 'huggingface', 'b']));
    await bench.store.removeSource('a');
    bench.state.now += 60 * 60_000;
    expect(await bench.store.rememberedSourceIds()).toEqual(new Set(['huggingface', 'b']));
  });

  test('a refused change sets nothing aside', async () => {
    const bench = storeBench({ stored: 'text' });
    await bench.store.update({ hub: { maxConcurrent: 0 } });
    expect(bench.area.snapshot()).toEqual({ settings: 'text' });
  });
});

describe('changes', () => {
  test('two at once: neither is lost', async () => {
    const bench = storeBench();
    await Promise.all([
      bench.store.update({ hub: { maxConcurrent: 9 } }),
      bench.store.update({ hub: { timeoutMs: 5_000 } }),
      bench.add('Mine'),
      bench.add('Yours'),
    ]);
    expect((await bench.settings()).hub).toMatchObject({ maxConcurrent: 9, timeoutMs: 5_000 });
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Mine', 'Yours']);
  });

  test('of one value leave what else was set beside it', async () => {
    const bench = storeBench();
    const set = {
      primary: 'puter',
      huggingface: { model: 'acme/fox', apiUrl: 'https://mine.example.com/', timeoutMs: 20_000 },
      puter: { model: 'flux-schnell', timeoutMs: 20_000 },
      hub: { cacheTtlSeconds: 60, timeoutMs: 5_000 },
    } as const;
    await bench.store.update(set);
    const timeout = { timeoutMs: 7_000 };
    await bench.store.update({ huggingface: timeout, puter: timeout, hub: timeout });
    expect(await bench.settings()).toMatchObject({
      primary: 'puter',
      huggingface: { ...set.huggingface, ...timeout },
      puter: { ...set.puter, ...timeout },
      hub: { ...set.hub, ...timeout },
    });
  });

  test('are taken whole or not at all', async () => {
    const bench = storeBench();
    const refused = await bench.store.update({ primary: 'puter', hub: { maxConcurrent: 99 } });
    expect(refused).toEqual(problem('CONCURRENCY_INVALID', 'hub.maxConcurrent'));
    expect(bench.area.snapshot()).toEqual({});
  });

  test('a value that is there but undefined changes nothing', async () => {
    const bench = storeBench({ stored: { hub: { maxConcurrent: 9 } }, policy: { locked: ['enabled'] } });
    expect(
      await bench.store.update({ hub: { maxConcurrent: undefined, enabled: undefined } }),
    ).toBeUndefined();
    expect((await bench.settings()).hub.maxConcurrent).toBe(9);
  });

  test('one that cannot be stored rejects, and the next one works', async () => {
    const bench = storeBench();
    bench.area.beforeSet = () => {
      throw new Error('Disk full');
    };
    await expect(bench.store.update({ primary: 'puter' })).rejects.toThrow('Disk full');
    bench.area.beforeSet = () => undefined;
    expect(await bench.store.update({ primary: 'puter' })).toBeUndefined();
    expect((await bench.settings()).primary).toBe('puter');
  });
});
