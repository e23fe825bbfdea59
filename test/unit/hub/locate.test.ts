import { describe, expect, test } from 'vitest';
import type { Attempt, Hub, KeyValueStore } from '../../../src/hub/index.ts';
import { createMemoryStore } from '../../../src/storage/key-value-store.ts';
import { json, notFound, type Reply } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;
const hostOf = (url: string) => new URL(url).hostname[0];

describe('onAttempt', () => {
  test('tells each verdict as it comes in, then who was cancelled', async () => {
    const { hub } = makeHub([source('a'), source('b'), source('c')], ({ url }) => {
      if (hostOf(url) === 'c') return null;
      return hostOf(url) === 'a' ? notFound() : json({ id: 'o/r' });
    });
    const seen: Attempt[] = [];
    const location = await hub.locate(ref, { onAttempt: (attempt) => seen.push(attempt) });
    expect(seen.map(({ source, verdict }) => [source, verdict])).toEqual([
      ['a', 'absent'],
      ['b', 'present'],
      ['c', 'cancelled'],
    ]);
    expect(location.attempts).toEqual(seen);
  });

  test('tells what is remembered, and who is left alone', async () => {
    const { hub } = makeHub([source('a'), source('b')], ({ url }) =>
      hostOf(url) === 'a'
        ? new Response(null, { status: 429, headers: { 'Retry-After': '9' } })
        : json({ id: 'o/r' }),
    );
    await hub.locate(ref);
    const seen: Attempt[] = [];
    await hub.locate(ref, { onAttempt: (attempt) => seen.push(attempt) });
    expect(seen).toEqual([
      { source: 'a', verdict: 'skipped', retryAfterSeconds: 9 },
      { source: 'b', verdict: 'present', cached: true },
    ]);
  });

  test('tells a late caller at once what is known so far', async () => {
    let answerB = (_: Response) => {};
    const silentB = new Promise<Response>((resolve) => {
      answerB = resolve;
    });
    const { hub, network } = makeHub([source('a'), source('b')], ({ url }) =>
      hostOf(url) === 'a' ? notFound() : silentB,
    );
    const heard = Promise.withResolvers<void>();
    const first = hub.locate(ref, { onAttempt: () => heard.resolve() });
    await heard.promise;
    const late: string[] = [];
    const second = hub.locate(ref, { onAttempt: ({ source }) => late.push(source) });
    expect(late).toEqual(['a']);
    answerB(json({ id: 'o/r' }));
    expect(await second).toEqual(await first);
    expect(late).toEqual(['a', 'b']);
    expect(network.requests).toHaveLength(2);
  });

  test('a listener that throws disturbs nobody', async () => {
    const { hub } = makeHub([source('a')], () => json({ id: 'o/r' }));
    const location = await hub.locate(ref, {
      onAttempt: () => {
        throw new Error('the page is gone');
      },
    });
    expect(location.outcome).toBe('found');
  });
});

describe('a cached lookup', () => {
  test('reads the store once, writes nothing and asks nobody', async () => {
    const calls: string[] = [];
    const counted = new Proxy(createMemoryStore(), {
      get: (store, name: keyof KeyValueStore) => {
        calls.push(name);
        return store[name];
      },
    });
    const { hub, network } = makeHub(
      [source('a'), source('b', { type: 'kohakuhub' })],
      () => json({ id: 'o/r' }),
      {
        cache: counted,
      },
    );
    await hub.locate(ref, { complete: true });
    calls.length = 0;
    network.requests.length = 0;
    await hub.locate(ref);
    await hub.resolve(ref, 'f');
    expect(calls).toEqual(['get', 'get']);
    expect(network.requests).toEqual([]);
    expect(await hub.stats()).toMatchObject({ entries: 1, hits: 2, misses: 1 });
  });

  test.each([
    ['evicted', (hub: Hub) => hub.evict({ type: 'model', id: 'O/R' })],
    ['cleared', (hub: Hub) => hub.clear()],
  ])('is not what was %s while the walk was under way', async (_, forget) => {
    let answer = (_: Response) => {};
    const silent = new Promise<Response>((resolve) => {
      answer = resolve;
    });
    const asked = Promise.withResolvers<void>();
    const { hub } = makeHub([source('a')], () => {
      asked.resolve();
      return silent;
    });
    const location = hub.locate(ref);
    await asked.promise;
    await forget(hub);
    answer(json({ id: 'o/r' }));
    expect((await location).outcome).toBe('found');
    expect(await hub.stats()).toMatchObject({ entries: 0 });
  });
});

describe('lookups of one repository at the same time', () => {
  test('share nothing once the list of sources is another: each is bound by the list it began with', async () => {
    let sources = [source('b')];
    const asked = Promise.withResolvers<void>();
    const reply = ({ url }: { url: string }) => {
      asked.resolve();
      return hostOf(url) === 'a' ? json({ id: 'o/r' }) : null;
    };
    const { hub } = makeHub([], reply, { sources: () => sources });
    const controller = new AbortController();
    const before = hub.locate(ref, { signal: controller.signal });
    await asked.promise;
    sources = [source('a')];
    expect(await hub.locate(ref)).toMatchObject({ outcome: 'found', source: 'a' });
    controller.abort();
    await expect(before).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a caller that comes right after the last one left is not aborted', async () => {
    const answers: (Response | null)[] = [null, json({ id: 'o/r' })];
    const asked = Promise.withResolvers<void>();
    const { hub } = makeHub([source('a')], () => {
      asked.resolve();
      return answers.shift() ?? null;
    });
    const controller = new AbortController();
    const first = hub.locate(ref, { signal: controller.signal });
    await asked.promise;
    controller.abort();
    const second = hub.locate(ref);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).outcome).toBe('found');
  });
});

describe('an old record', () => {
  async function old(seconds: number) {
    let reply: () => Response = () => json({ id: 'o/r' });
    const made = makeHub([source('a')], () => reply());
    await made.hub.locate(ref);
    reply = () => new Response(null, { status: 500 });
    made.advance(seconds);
    return made.hub;
  }

  test('used because no source can be reached is not a cache hit', async () => {
    const hub = await old(86_399);
    expect(await hub.locate(ref)).toMatchObject({ outcome: 'found', stale: true });
    expect(await hub.stats()).toEqual({ entries: 1, hits: 0, misses: 2 });
  });

  test('of a day ago stands in no more, and is gone', async () => {
    const hub = await old(86_400);
    expect((await hub.locate(ref)).outcome).toBe('unavailable');
    expect(await hub.stats()).toMatchObject({ entries: 0 });
  });
});

test("a record that lies under another repository's name is believed of neither", async () => {
  const { hub, cache } = makeHub([source('a')], ({ url }) =>
    url.endsWith('/other/one') ? json({ id: 'other/one' }) : notFound(),
  );
  await hub.locate({ type: 'model', id: 'other/one' });
  await cache.set('model:o/r', await cache.get('model:other/one'));
  expect((await hub.locate(ref)).outcome).toBe('not-found');
});

test.each([
  ['evicted', (hub: Hub) => hub.evict(ref)],
  ['cleared', (hub: Hub) => hub.clear()],
])('a record that was %s while it was read answers nobody who asks after that', async (_, forget) => {
  const cache = createMemoryStore();
  const reply = () => json({ id: 'o/r' });
  await makeHub([source('a')], reply, { cache }).hub.locate(ref);
  const disk = Promise.withResolvers<void>();
  const slow: KeyValueStore = {
    ...cache,
    async get(key) {
      const value = await cache.get(key);
      await disk.promise;
      return value;
    },
  };
  const { hub } = makeHub([source('a')], reply, { cache: slow });
  const before = hub.locate(ref);
  await new Promise((resolve) => setImmediate(resolve));
  await forget(hub);
  const after = hub.locate(ref, { complete: true });
  disk.resolve();
  expect((await before).fromCache).toBe(true);
  expect((await after).fromCache).toBe(false);
});

describe('cool-downs in a store', () => {
  test('outlive the worker', async () => {
    const coolDowns = createMemoryStore();
    const reply = () => new Response(null, { status: 429, headers: { 'Retry-After': '30' } });
    await makeHub([source('a')], reply, { coolDowns }).hub.locate(ref);
    const restarted = makeHub([source('a')], reply, { coolDowns: { ...coolDowns } });
    const { attempts } = await restarted.hub.locate(ref);
    expect(attempts).toMatchObject([{ source: 'a', verdict: 'skipped' }]);
    expect(restarted.network.requests).toEqual([]);
  });

  test('hold at once for another hub over the same store', async () => {
    const coolDowns = createMemoryStore();
    const reply: Reply = ({ url }) =>
      url.endsWith('/before') ? json({ id: 'o/before' }) : new Response(null, { status: 429 });
    const one = makeHub([source('a')], reply, { coolDowns });
    const other = makeHub([source('a')], reply, { coolDowns });
    await other.hub.locate({ type: 'model', id: 'o/before' });
    await one.hub.locate(ref);
    other.advance(59);
    expect((await other.hub.locate(ref)).attempts).toMatchObject([
      { verdict: 'skipped', retryAfterSeconds: 1 },
    ]);
  });

  test('remember over a restart how often a hub failed, also when its rest is over', async () => {
    const coolDowns = createMemoryStore();
    let now = 0;
    const start = () =>
      makeHub([source('a')], () => new Response(null, { status: 500 }), {
        coolDowns: { ...coolDowns },
        clock: { now: () => now },
      }).hub;
    const before = start();
    for (let failure = 0; failure < 3; failure += 1) await before.locate(ref);
    now += 31_000;
    const after = start();
    expect((await after.locate(ref)).attempts).toMatchObject([{ verdict: 'unreachable' }]);
    expect((await after.locate(ref)).attempts).toMatchObject([{ verdict: 'skipped', retryAfterSeconds: 60 }]);
  });

  test('are gone from the store as soon as the hub answers', async () => {
    const coolDowns = createMemoryStore();
    const answers = [new Response(null, { status: 429 }), json({ id: 'o/r' })];
    const { hub, advance } = makeHub([source('a')], () => answers.shift() ?? notFound(), { coolDowns });
    await hub.locate(ref);
    expect(await coolDowns.entries()).toHaveLength(1);
    advance(60);
    expect((await hub.locate(ref)).outcome).toBe('found');
    expect(await coolDowns.entries()).toEqual([]);
  });

  test('that a hub asked for are not cut short by a failure in between', async () => {
    const answers = [
      new Response(null, { status: 429, headers: { 'Retry-After': '600' } }),
      new Response(null, { status: 500 }),
    ];
    const { hub } = makeHub([source('a')], () => answers.shift() ?? notFound());
    await hub.locate(ref);
    expect((await hub.locate(ref, { fresh: true })).attempts).toMatchObject([{ verdict: 'unreachable' }]);
    const { outcome, attempts } = await hub.locate(ref);
    expect(outcome).toBe('rate-limited');
    expect(attempts).toMatchObject([{ verdict: 'skipped', retryAfterSeconds: 600 }]);
  });

  test('of a clock that was set back do not hold, nor do broken ones', async () => {
    const coolDowns = createMemoryStore();
    const reply = () => new Response(null, { status: 429 });
    const before = makeHub([source('a')], reply, { coolDowns });
    before.advance(1_000_000);
    await before.hub.locate(ref);
    await coolDowns.set('junk', { until: 'later' });
    const after = makeHub([source('a')], reply, { coolDowns: { ...coolDowns } });
    expect((await after.hub.locate(ref)).attempts).toMatchObject([{ verdict: 'rate-limited' }]);
    expect(await coolDowns.get('junk')).toBeUndefined();
  });

  test.each([
    ['a day', 86_400],
    ['half an hour', 1_800],
  ])('of a hub that does not answer begin anew when the clock is set back by %s', async (_, seconds) => {
    const { hub, network, advance } = makeHub([source('a')], () => new Response(null, { status: 500 }));
    advance(seconds);
    for (let failure = 0; failure < 3; failure += 1) await hub.locate(ref, { fresh: true });
    advance(-seconds);
    expect((await hub.locate(ref)).attempts).toMatchObject([{ verdict: 'unreachable' }]);
    const asked = network.requests.length;
    const { attempts } = await hub.locate(ref);
    expect(attempts).toMatchObject([{ verdict: 'skipped' }]);
    expect(network.requests).toHaveLength(asked);
  });
});
