import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyValueStore, Location } from '../../src/hub/index.ts';
import { parseRepositoryInput } from '../../src/hub/index.ts';
import { isFilePath, isRepositoryId } from '../../src/hub/protocol/identifiers.ts';
import { fileUrl, infoUrl, pageUrl, treeUrl } from '../../src/hub/protocol/urls.ts';
import { makeHub, source } from '../unit/hub/make-hub.ts';
import { chain, expectation, kindOf, link, replyOf, sourcesOf } from './hub-answers.ts';

const runs = { numRuns: 200 };
const ref = { type: 'model', id: 'o/r' } as const;
const core = ({ outcome, source, confidence }: Location) => ({ outcome, source, confidence });

describe('any chain of up to six sources', () => {
  test('is bound to the first that has it, confirmed exactly when all before it said no', () =>
    fc.assert(
      fc.asyncProperty(chain, fc.boolean(), async (links, complete) => {
        const { hub } = makeHub(sourcesOf(links), replyOf(links));
        const location = await hub.locate(ref, { complete });
        expect(core(location)).toEqual(expectation(links));
        expect(location.attempts.map(({ source }) => source)).toEqual(sourcesOf(links).map(({ id }) => id));
        if (complete) expect(location.attempts.some(({ verdict }) => verdict === 'cancelled')).toBe(false);
      }),
      runs,
    ));

  test('needs nobody below the bound source', () =>
    fc.assert(
      fc.asyncProperty(chain, fc.array(link, { minLength: 6, maxLength: 6 }), async (links, others) => {
        const { source: bound } = expectation(links);
        fc.pre(bound !== undefined);
        const kept = links.slice(0, 'abcdef'.indexOf(bound) + 1);
        const changed = [...kept, ...others.slice(kept.length)];
        const locate = async (all: typeof links) => {
          const { hub } = makeHub(sourcesOf(all), replyOf(all));
          const { access, canonicalId, ...location } = await hub.locate(ref);
          return { ...core(location), access, canonicalId };
        };
        expect(await locate(changed)).toEqual(await locate(links));
      }),
      runs,
    ));

  test('is gated when the bound source says so', () =>
    fc.assert(
      fc.asyncProperty(chain, async (links) => {
        const { source: bound } = expectation(links);
        const { hub } = makeHub(sourcesOf(links), replyOf(links));
        const { access } = await hub.locate(ref);
        const host = bound === undefined ? undefined : links['abcdef'.indexOf(bound)];
        const expected = host && (kindOf(host).meaning === 'gated' ? 'gated' : 'open');
        expect(access).toBe(expected);
      }),
      runs,
    ));

  test('once located for certain, makes no further request', () =>
    fc.assert(
      fc.asyncProperty(chain, async (links) => {
        const { hub, network } = makeHub(sourcesOf(links), replyOf(links));
        const first = await hub.locate(ref);
        const isCertain = first.confidence === 'confirmed' || first.outcome === 'not-found';
        fc.pre(isCertain && links.length > 0);
        network.requests.length = 0;
        const second = await hub.locate(ref);
        if (second.outcome === 'found') await hub.resolve({ ...ref, revision: 'v1' }, 'a/b');
        expect(core(second)).toEqual(core(first));
        expect(second.fromCache).toBe(true);
        expect(network.requests).toEqual([]);
      }),
      runs,
    ));

  test('asked again within the minute, bothers only those who said nothing definitive', () =>
    fc.assert(
      fc.asyncProperty(chain, async (links) => {
        const { hub, network } = makeHub(sourcesOf(links), replyOf(links));
        const { attempts } = await hub.locate(ref, { complete: true });
        network.requests.length = 0;
        expect(core(await hub.locate(ref))).toMatchObject({ source: expectation(links).source });
        const definitive = attempts.filter(({ verdict }) =>
          ['present', 'gated', 'absent', 'disabled'].includes(verdict),
        );
        for (const { source } of definitive) {
          expect(network.requests.filter(({ url }) => url.startsWith(`https://${source}.`))).toEqual([]);
        }
      }),
      runs,
    ));
});

describe('a list of sources that changes', () => {
  const letters = ['a', 'b', 'c', 'd'] as const;
  const id = fc.constantFrom('o/r', 'Org/Name', 'ORG/name');
  const lists = fc.array(fc.shuffledSubarray([...letters], { minLength: 1 }), { minLength: 2, maxLength: 6 });

  test('never has a source asked again that said something definitive within the minute', () =>
    fc.assert(
      fc.asyncProperty(chain, lists, id, async (links, arrangements, name) => {
        fc.pre(links.length >= letters.length);
        const all = sourcesOf(links);
        let sources = all;
        const { hub, network } = makeHub([], replyOf(links), { sources: () => sources });
        const known = new Set<string>();
        for (const letters of arrangements) {
          sources = letters.flatMap((letter, priority) =>
            all.filter(({ id }) => id === letter).map((source) => ({ ...source, priority })),
          );
          network.requests.length = 0;
          const { attempts } = await hub.locate({ type: 'model', id: name });
          const asked = network.requests.map(({ url }) => new URL(url).hostname[0]);
          expect(asked.filter((letter) => known.has(letter ?? ''))).toEqual([]);
          for (const { source, verdict } of attempts)
            if (['present', 'gated', 'absent', 'disabled'].includes(verdict)) known.add(source);
        }
      }),
      runs,
    ));
});

describe('time', () => {
  const events = fc.array(
    fc.record({
      seconds: fc.constantFrom(0, 1, 29, 30, 59, 60, 61, 299, 300),
      call: fc.constantFrom('locate', 'complete', 'resolve', 'evict'),
      off: fc.constantFrom('', 'a', 'b', 'c'),
    }),
    { minLength: 2, maxLength: 8 },
  );

  test('passes for what is remembered, whatever is asked meanwhile: nothing is believed beyond its time', () =>
    fc.assert(
      fc.asyncProperty(chain, events, async (links, history) => {
        let sources = sourcesOf(links);
        const { hub, network, advance } = makeHub([], replyOf(links), { sources: () => sources });
        const askedAt = new Map<string, number>();
        let now = 0;
        for (const { seconds, call, off } of history) {
          advance(seconds);
          now += seconds;
          sources = sourcesOf(links).map((source) => ({ ...source, enabled: source.id !== off }));
          network.requests.length = 0;
          if (call === 'evict') await hub.evict(ref);
          if (call === 'resolve') await hub.resolve(ref, 'f').catch(() => undefined);
          const { attempts } = await hub.locate(ref, { complete: call === 'complete' });
          for (const { url } of network.requests) askedAt.set(new URL(url).hostname[0] ?? '', now);
          const ages = attempts.flatMap(({ source, cached }) =>
            cached ? now - (askedAt.get(source) ?? Number.NaN) : [],
          );
          expect(ages.filter((age) => !(age < 300))).toEqual([]);
        }
      }),
      runs,
    ));
});

describe('tokens', () => {
  const address = fc.constantFrom(
    '/x',
    'https://a.test/x',
    'https://b.test/x',
    'https://cdn.test/x',
    '//b.test/x',
  );
  const operation = fc.constantFrom(
    'locate',
    'info',
    'tree',
    'pathsInfo',
    'list',
    'profile',
    'avatar',
    'repos',
  );
  const answer = fc.record({
    status: fc.constantFrom(200, 200, 200, 401, 404),
    redirectTo: fc.option(address, { nil: undefined }),
    next: address,
    avatarUrl: address,
    id: fc.constantFrom('o/r', '../../x', 'https://b.test/x', '//b.test/x', 'new/name'),
    isList: fc.boolean(),
  });

  test('go to their own origin and nowhere else, whatever the hubs answer', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1 }),
        fc.array(operation, { minLength: 1 }),
        async (answers, operations) => {
          let asked = 0;
          const sent: { origin: string; authorization: string | null; text: string }[] = [];
          const { hub } = makeHub(
            [
              source('a', { token: 'secret-a' }),
              source('b', { token: 'secret-b', type: 'kohakuhub' }),
              source('c'),
            ],
            ({ url, headers }) => {
              const next = answers[asked++ % answers.length];
              const text = `${url} ${[...headers].filter(([name]) => name !== 'authorization')}`;
              sent.push({ origin: new URL(url).origin, authorization: headers.get('authorization'), text });
              if (!next) throw new TypeError('nothing there');
              const { id, avatarUrl, isList, status } = next;
              const body = { id, avatarUrl, user: 'u', models: [{ id }] };
              const response = new Response(JSON.stringify(isList ? [body] : body), {
                status,
                headers: { Link: `<${next.next}>; rel="next"` },
              });
              const finalUrl = next.redirectTo ? new URL(next.redirectTo, url).href : url;
              return Object.defineProperty(response, 'url', { value: finalUrl });
            },
          );
          const calls = {
            locate: () => hub.locate(ref),
            info: () => hub.info(ref),
            tree: () => hub.tree(ref, 'd'),
            pathsInfo: () => hub.pathsInfo(ref, ['f']),
            list: () => hub.list('model', { author: 'o' }),
            profile: () => hub.userProfile('u'),
            avatar: () => hub.userAvatar('u'),
            repos: () => hub.userRepos('u'),
          };
          await Promise.allSettled(operations.map((name) => calls[name]()));
          for (const { origin, authorization, text } of sent) {
            expect(text).not.toContain('secret');
            const owner = { 'Bearer secret-a': 'https://a.test', 'Bearer secret-b': 'https://b.test' }[
              authorization ?? ''
            ];
            if (authorization !== null) expect(owner).toBe(origin);
          }
          expect(JSON.stringify(await Promise.allSettled([hub.locate(ref)]))).not.toContain('secret');
        },
      ),
      runs,
    ));
});

describe('a store', () => {
  const junk = fc.oneof(
    fc.anything(),
    fc.record(
      {
        type: fc.constantFrom('model', 'dataset', 7),
        id: fc.constantFrom('o/r', 'x', null),
        checkedAt: fc.oneof(fc.integer(), fc.constant(Number.NaN), fc.string()),
        expiresAt: fc.oneof(fc.maxSafeInteger(), fc.string()),
        verdicts: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())),
      },
      { requiredKeys: [] },
    ),
  );

  test('full of junk never makes a lookup throw or lie', () =>
    fc.assert(
      fc.asyncProperty(junk, chain, async (value, links) => {
        const store: KeyValueStore = {
          get: async () => value,
          set: async () => {},
          del: async () => {},
          entries: async () => [
            ['x', value],
            ['model:o/r', value],
          ],
        };
        const { hub } = makeHub(sourcesOf(links), replyOf(links), { cache: store, coolDowns: store });
        expect(core(await hub.locate(ref))).toEqual(expectation(links));
        await hub.stats();
        await hub.evict(ref);
        await hub.clear();
      }),
      runs,
    ));

  test('that fails is no failing lookup', () =>
    fc.assert(
      fc.asyncProperty(chain, async (links) => {
        const broken = () => {
          throw new Error('the disk is full');
        };
        const store = { get: broken, set: broken, del: broken, entries: broken };
        const { hub } = makeHub(sourcesOf(links), replyOf(links), { cache: store, coolDowns: store });
        expect(core(await hub.locate(ref))).toEqual(expectation(links));
      }),
      runs,
    ));
});

describe('ids and paths', () => {
  const segment = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 12 })
    .filter((text) => !text.includes('/'));
  const hub = fc.constantFrom(source('a'), source('k', { type: 'kohakuhub', url: 'https://k.test/mirror/' }));
  const type = fc.constantFrom('model' as const, 'dataset' as const, 'space' as const);
  const decoded = (url: string) => new URL(url).pathname.split('/').map(decodeURIComponent);

  test('come out of a URL as they went in, below their source', () =>
    fc.assert(
      fc.property(
        hub,
        type,
        segment,
        segment,
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        (at, kind, owner, name, path) => {
          const id = `${owner}/${name}`;
          const file = path.join('/');
          fc.pre(isRepositoryId(id) && isFilePath(file));
          const asked = { type: kind, id };
          expect(decoded(fileUrl(at, asked, id, file)).slice(-path.length - 4)).toEqual([
            owner,
            name,
            'resolve',
            'main',
            ...path,
          ]);
          expect(decoded(treeUrl(at, asked, id, file, {})).slice(-path.length - 2)).toEqual([
            'tree',
            'main',
            ...path,
          ]);
          expect(decoded(infoUrl(at, { ...asked, revision: path[0] ?? '' }, id)).slice(-4)).toEqual([
            owner,
            name,
            'revision',
            path[0],
          ]);
          for (const url of [fileUrl(at, asked, id, file), pageUrl(at, asked, id)])
            expect(url.startsWith(at.url)).toBe(true);
        },
      ),
      runs,
    ));

  test('that are none are refused without a request, and nothing throws but a HubError', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (id, path) => {
        fc.pre(!isRepositoryId(id) || !isFilePath(path));
        const { hub: lookup, network } = makeHub([source('a')], () => new Response(null, { status: 404 }));
        await expect(lookup.resolve({ type: 'model', id }, path)).rejects.toMatchObject({
          name: 'HubError',
          attempts: [],
        });
        expect(network.requests).toEqual([]);
      }),
      runs,
    ));

  test('are found again in the page they lead to', () => {
    const plain = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,8}[a-z0-9]$/);
    const words = [
      'api',
      'models',
      'datasets',
      'spaces',
      'tree',
      'blob',
      'resolve',
      'raw',
      'users',
      'docs',
      'tasks',
      'blog',
      'posts',
      'new',
      'chat',
      'join',
      'learn',
      'login',
      'papers',
      'commit',
      'commits',
      'blame',
      'pricing',
      'settings',
      'revision',
    ];
    return fc.assert(
      fc.property(hub, type, plain, plain, (at, kind, owner, name) => {
        fc.pre(!words.includes(owner) && !words.includes(name));
        const wanted = { type: kind, id: `${owner}/${name}` };
        const url = pageUrl(at, wanted, wanted.id);
        expect(parseRepositoryInput(url, [at])).toEqual({ ref: wanted, source: at.id });
      }),
      runs,
    );
  });

  test('anything at all can be typed', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withFragments: true, withQueryParameters: true })),
        (text) => {
          const { ref: found, problem } = {
            ref: undefined,
            problem: undefined,
            ...parseRepositoryInput(text, [source('a')]),
          };
          expect(found === undefined).toBe(problem !== undefined);
          if (found) expect(isRepositoryId(found.id)).toBe(true);
        },
      ),
      runs,
    ));
});
