import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, KNOWN, problem, storeBench } from './store-bench.ts';

const TEAM = { url: 'https://team.example/', name: 'Team', source_type: 'kohakuhub' };
const HUGGING_FACE = { url: 'https://huggingface.co', name: 'Hugging Face', type: 'huggingface' };

describe('layers', () => {
  test('with nothing stored and nothing shipped, the defaults', async () => {
    expect(await storeBench().store.read()).toEqual({
      settings: DEFAULT_SETTINGS,
      locked: [],
      unreadable: false,
    });
  });

  test('defaults, then the build, then managed policy, then the user, value by value', async () => {
    const bench = storeBench({
      built: { cacheTtlSeconds: 60, timeoutSeconds: 20, maxConcurrent: 2 },
      policy: { timeoutSeconds: 30, maxConcurrent: 3 },
      stored: { hub: { maxConcurrent: 4 } },
    });
    expect((await bench.settings()).hub).toEqual({
      enabled: true,
      cacheTtlSeconds: 60,
      timeoutMs: 30_000,
      maxConcurrent: 4,
    });
  });

  test('only what the user set is stored: a later default reaches everybody who did not', async () => {
    const bench = storeBench({ built: { cacheTtlSeconds: 60 } });
    await bench.store.update({ hub: { maxConcurrent: 9 }, huggingface: { timeoutMs: 40_000 } });
    expect(bench.area.snapshot().settings).toEqual({
      version: 2,
      hub: { maxConcurrent: 9 },
      huggingface: { timeoutMs: 40_000 },
    });
    bench.state.built = { cacheTtlSeconds: 90 };
    expect((await bench.settings()).hub).toMatchObject({ cacheTtlSeconds: 90, maxConcurrent: 9 });
  });

  test('a locked setting stays the deployer’s, whatever is stored, and cannot be changed', async () => {
    const bench = storeBench({
      policy: {
        enabled: false,
        cacheTtlSeconds: 60,
        locked: ['enabled', 'cacheTtlSeconds', 'toString', 'no'],
      },
      stored: { hub: { enabled: true, cacheTtlSeconds: 5, maxConcurrent: 7 } },
    });
    const { settings, locked } = await bench.store.read();
    expect(locked).toEqual(['hub.enabled', 'hub.cacheTtlSeconds']);
    expect(settings.hub).toMatchObject({ enabled: false, cacheTtlSeconds: 60, maxConcurrent: 7 });
    expect(await bench.store.update({ hub: { cacheTtlSeconds: 5 } })).toEqual(
      problem('SETTING_LOCKED', 'hub.cacheTtlSeconds'),
    );
    expect(await bench.store.update({ hub: { maxConcurrent: 8 } })).toBeUndefined();
    // The user's own come back with the lock.
    bench.state.policy = {};
    expect((await bench.settings()).hub).toMatchObject({ enabled: true, cacheTtlSeconds: 5 });
  });

  test('locks of the build and of policy add up', async () => {
    const bench = storeBench({ built: { locked: ['enabled'] }, policy: { locked: ['timeoutSeconds'] } });
    expect((await bench.store.read()).locked).toEqual(['hub.enabled', 'hub.timeoutMs']);
  });
});

describe('sources a team ships', () => {
  test('are ordered by priority, and missing fields are filled in', async () => {
    const bench = storeBench({
      built: {
        sources: [
          { ...HUGGING_FACE, priority: 20 },
          { ...TEAM, priority: 10, namespaces: ['team'] },
          { url: 'https://bare.example:8443/hub//' },
        ],
      },
    });
    expect((await bench.settings()).sources).toEqual([
      {
        id: 'shipped:https://team.example',
        name: 'Team',
        url: 'https://team.example',
        type: 'kohakuhub',
        enabled: true,
        namespaces: ['team'],
      },
      expect.objectContaining({ name: 'Hugging Face', type: 'huggingface' }),
      expect.objectContaining({
        name: 'bare.example:8443',
        url: 'https://bare.example:8443/hub',
        type: 'huggingface',
      }),
    ]);
  });

  test.each([
    ['no URL at all', 'team.example'],
    ['a URL that cannot be parsed', 'https://'],
    ['another scheme', 'ftp://team.example'],
    ['credentials', 'https://me:secret@team.example'],
    ['a number', 7],
  ])('one with %s is left out, the others stay', async (_, url) => {
    const bench = storeBench({ policy: { sources: [{ url }, TEAM] } });
    expect(await bench.sourceNames()).toEqual(['Team']);
  });

  test('the same address twice counts once', async () => {
    const bench = storeBench({
      policy: { sources: [TEAM, { ...TEAM, url: 'https://team.example', name: 'Twin' }] },
    });
    expect(await bench.sourceNames()).toEqual(['Team']);
  });

  test('policy replaces what the build shipped', async () => {
    const bench = storeBench({ built: { sources: [TEAM] }, policy: { sources: [HUGGING_FACE] } });
    expect(await bench.sourceNames()).toEqual(['Hugging Face']);
  });

  test('new ones appear after the user edited the list; removed ones do not come back', async () => {
    const bench = storeBench({ built: { sources: [HUGGING_FACE, TEAM] } });
    await bench.add('Mine');
    await bench.store.removeSource('shipped:https://team.example');
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Mine']);

    bench.state.built = {
      sources: [HUGGING_FACE, TEAM, { ...TEAM, url: 'https://later.example', name: 'Later' }],
    };
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Mine', 'Later']);
    await bench.store.removeSource('shipped:https://later.example');
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Mine']);
  });

  test('locked: the user’s list is left alone and hidden, every edit is refused, no token is forgotten', async () => {
    const bench = storeBench();
    const mine = await bench.add('Mine');
    bench.state.policy = { sources: [TEAM], locked: ['sources'] };
    expect(await bench.sourceNames()).toEqual(['Team']);
    const refused = problem('SETTING_LOCKED', 'sources');
    const [own] = (await bench.settings()).sources;
    expect(await bench.store.removeSource('shipped:https://team.example')).toEqual(refused);
    expect(await bench.store.orderSources([])).toEqual(refused);
    expect(await bench.store.restoreSource('x')).toEqual(refused);
    expect(own && (await bench.store.changeSource(own.id, { enabled: false }))).toEqual({ problem: refused });
    expect(own && (await bench.store.addSource(own))).toEqual({ problem: refused });
    expect(await bench.store.rememberedSourceIds()).toContain(mine);
    bench.state.policy = undefined;
    expect(await bench.sourceNames()).toEqual(['Hugging Face', 'Mine']);
  });
});

describe('policy that is nonsense', () => {
  test.each([
    undefined,
    null,
    7,
    'on',
    [],
    { sources: 'all', locked: 'all', enabled: 'yes', timeoutSeconds: '5' },
  ])('%j changes nothing', async (policy) => {
    expect(await storeBench({ policy }).store.read()).toMatchObject({
      settings: DEFAULT_SETTINGS,
      locked: [],
    });
  });

  test.each([
    { timeoutSeconds: 0 },
    { timeoutSeconds: 61 },
    { cacheTtlSeconds: -1 },
    { cacheTtlSeconds: 1.5 },
    { maxConcurrent: 0 },
    { maxConcurrent: 21 },
  ])('%j is out of range and left out', async (policy) => {
    expect((await storeBench({ policy }).settings()).hub).toEqual(DEFAULT_SETTINGS.hub);
  });
});

describe('a stored order of routes', () => {
  test('gets the routes that came later behind it, and loses those that went away', async () => {
    const bench = storeBench({
      stored: { huggingface: { routeOrder: ['wavespeed', 'gone', 'nscale', 'nscale'] } },
    });
    const { routeOrder } = (await bench.settings()).huggingface;
    expect(routeOrder.slice(0, 2)).toEqual(['wavespeed', 'nscale']);
    expect(routeOrder.toSorted()).toEqual(KNOWN.routes.toSorted());
    expect(await bench.store.update({ huggingface: { routeOrder } })).toBeUndefined();
  });
});
