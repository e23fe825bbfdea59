import { describe, expect, test } from 'vitest';
import type { Source } from '../../../src/hub/index.ts';
import { json, notFound } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;
const hostOf = (url: string) => new URL(url).host[0] ?? '';
const down = () => new Response(null, { status: 503 });

describe('existence is asked lightly', () => {
  test('Hugging Face is asked for few properties, and for all of them where they are wanted', async () => {
    const { hub, network } = makeHub([source('a')], () => json({ id: 'o/r', siblings: [] }));
    await hub.locate(ref);
    await hub.info({ ...ref, id: 'o/other' });
    const queries = network.requests.map(({ url }) => new URL(url).searchParams.getAll('expand[]'));
    expect(queries).toEqual([['private', 'gated', 'disabled'], []]);
  });

  test('who asks for existence and who asks for details at the same time share one walk', async () => {
    const { hub, network } = makeHub([source('a')], () => json({ id: 'o/r', sha: 'x' }));
    const [location, info] = await Promise.all([hub.locate(ref), hub.info(ref)]);
    expect([location.outcome, info.sha, network.requests.length]).toEqual(['found', 'x', 1]);
  });

  const large = (headers: Record<string, string> = {}) =>
    new Response('{', {
      headers: { 'content-length': '6000000', 'content-type': 'application/json', ...headers },
    });

  test('what is too large to read is there, and the same name further down is not bound', async () => {
    const { hub } = makeHub([source('a'), source('b')], ({ url }) =>
      hostOf(url) === 'a' ? large() : json({ id: 'o/r' }),
    );
    expect(await hub.locate(ref)).toMatchObject({
      outcome: 'found',
      source: 'a',
      attempts: [{ code: 'TooLarge' }, {}],
    });
    await expect(hub.info(ref, { fresh: true })).rejects.toMatchObject({
      outcome: 'found',
      code: 'TooLarge',
    });
  });

  test('but not what is no JSON, or what another hub has', async () => {
    for (const headers of [{ 'content-type': 'text/html' }, { 'x-source': 'elsewhere' }]) {
      const { hub } = makeHub([source('a')], () => large(headers));
      expect((await hub.locate(ref)).outcome).toBe('unavailable');
    }
  });
});

describe('the source that was shown is the one that is used', () => {
  /** Team comes first and has it; Mirror has something of the same name. */
  function teamAndMirror() {
    const state = { team: () => json(ref.id ? { id: 'o/r' } : {}) };
    const made = makeHub([source('a'), source('b')], ({ url }) => {
      if (hostOf(url) === 'a') return state.team();
      return json(url.includes('/tree/') ? [{ path: 'x' }] : { id: 'o/r' });
    });
    return { ...made, state };
  }

  test.each([
    ['info', 'down', down],
    ['tree', 'gone', notFound],
    ['resolve', 'down', down],
    ['page', 'gone', notFound],
  ] as const)(
    '%s of a source that is %s names it and who else would answer, and uses nobody',
    async (name, _, reply) => {
      const { hub, state, network } = teamAndMirror();
      expect((await hub.locate(ref)).source).toBe('a');
      state.team = reply;
      await hub.clear();
      const before = network.requests.length;
      const use = {
        info: () => hub.info(ref, { source: 'a' }),
        tree: () => hub.tree(ref, '', { source: 'a' }),
        resolve: () => hub.resolve(ref, 'f', { source: 'a' }),
        page: () => hub.page(ref, { source: 'a' }),
      };
      await expect(use[name]()).rejects.toMatchObject({ name: 'HubError', source: 'a', alternatives: ['b'] });
      const toMirror = network.requests.slice(before).filter(({ url }) => hostOf(url) === 'b');
      // Whether it has the repository is asked, nothing of it is used.
      expect(toMirror.every(({ url }) => url.includes('expand'))).toBe(true);
    },
  );

  test('with the other one chosen, it is used', async () => {
    const { hub, state } = teamAndMirror();
    state.team = down;
    expect(await hub.resolve(ref, 'f', { source: 'b' })).toMatchObject({ source: 'b' });
    expect((await hub.tree(ref, '', { source: 'b' }))._source).toBe('b');
  });

  test('a source that is no longer there is not asked', async () => {
    const { hub } = teamAndMirror();
    await expect(hub.page(ref, { source: 'gone' })).rejects.toMatchObject({
      source: 'gone',
      alternatives: ['a'],
    });
  });
});

describe('revoked is revoked', () => {
  const pages = (url: string) => {
    const page = Number(new URL(url).searchParams.get('cursor') ?? 1);
    const next = { headers: { Link: `<?cursor=${page + 1}>; rel="next"` } };
    return json([{ id: `o/${page}` }], page < 19 ? next : {});
  };

  test.each<[string, (sources: Source[]) => Source[]]>([
    ['removed', () => []],
    ['switched off', ([one]) => (one ? [{ ...one, enabled: false }] : [])],
    ['moved', ([one]) => (one ? [{ ...one, url: 'https://z.test' }] : [])],
  ])('a source that is %s in the middle of a listing is not asked for the next page', async (_, change) => {
    let sources = [source('a', { token: 'secret' })];
    const { hub, network } = makeHub(
      [],
      ({ url }) => {
        if (url.includes('cursor=2')) sources = change(sources);
        return pages(url);
      },
      { sources: () => sources },
    );
    expect(await hub.list('model')).toMatchObject({ complete: false, incomplete: 'failed-page' });
    expect(network.requests).toHaveLength(2);
  });

  test('a token that is taken back is not sent any more', async () => {
    let sources = [source('a', { token: 'secret' })];
    const { hub, network } = makeHub(
      [],
      ({ url }) => {
        sources = [source('a')];
        return pages(url);
      },
      { sources: () => sources },
    );
    await hub.list('model', { limit: 2 });
    expect(network.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer secret',
      null,
    ]);
  });
});

describe('sources that rest', () => {
  async function resting() {
    let isDown = true;
    const made = makeHub([source('a'), source('b')], ({ url }) =>
      hostOf(url) === 'a' && isDown ? down() : json([{ id: 'o/r' }]),
    );
    for (let count = 0; count < 3; count += 1) await made.hub.list('model');
    isDown = false;
    return made;
  }

  test('are named in a list, with the time left', async () => {
    const { hub } = await resting();
    expect((await hub.list('model')).sources[0]).toMatchObject({
      source: 'a',
      verdict: 'skipped',
      retryAfterSeconds: 30,
    });
  });

  test('are asked when that is wanted, and when the line is back', async () => {
    const { hub } = await resting();
    expect((await hub.list('model', {}, { fresh: true })).sources[0]).toMatchObject({ verdict: 'present' });
    const other = await resting();
    await other.hub.online();
    expect((await other.hub.list('model')).sources[0]).toMatchObject({ verdict: 'present' });
  });

  test('one that asked for the rest itself has it, line or not', async () => {
    const { hub } = makeHub(
      [source('a')],
      () => new Response(null, { status: 429, headers: { 'Retry-After': '60' } }),
    );
    await hub.locate(ref);
    await hub.online();
    expect((await hub.locate(ref)).attempts).toMatchObject([{ verdict: 'skipped', retryAfterSeconds: 60 }]);
  });
});

describe('a token never comes back in what a hub says', () => {
  test.each(['secret-token', 'secret%2Dtoken', 'sec\u00adret-token', 'SECRET-TOKEN'])(
    '%s',
    async (disguised) => {
      const headers = { 'X-Error-Code': `Bad-${disguised}`, 'X-Error-Message': `no ${disguised} here` };
      const latin = Object.fromEntries(Object.entries(headers));
      const { hub } = makeHub(
        [source('a', { token: 'secret-token' })],
        () => new Response(null, { status: 403, headers: latin }),
      );
      const said = JSON.stringify(await hub.locate(ref));
      expect(said).not.toContain(disguised);
      expect(said).toContain('[redacted]');
    },
  );

  test('nor as the id of a repository', async () => {
    const { hub } = makeHub([source('a', { token: 'secret-token' })], () =>
      json({ id: 'o/sec\u200bret-token' }),
    );
    const location = await hub.locate(ref);
    expect([location.outcome, location.canonicalId]).toEqual(['found', undefined]);
    expect((await hub.resolve(ref, 'f')).url).toBe('https://a.test/o/r/resolve/main/f');
  });
});
