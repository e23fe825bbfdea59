import { describe, expect, test } from 'vitest';
import { fakeNetwork, json, notFound } from '../fake-network.ts';
import { makeHub, source } from '../make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;
const isProbe = (url: string) => /\/o\/r(\?|$)/.test(url);
const linked = (items: unknown[], next?: string) =>
  json(items, next ? { headers: { Link: `<${next}>; rel="next"` } } : {});

/** A hub whose tree of 1,500 files comes in pages of 1,000, linked as the given text says. */
function treeLinkedTo(link: string, type: 'huggingface' | 'kohakuhub' = 'kohakuhub') {
  return makeHub([source('k', { type, token: 'secret' })], ({ url }) => {
    if (isProbe(url)) return json({ id: 'o/r' });
    const files = (count: number, from: number) =>
      Array.from({ length: count }, (_, at) => ({ type: 'file', path: `f${from + at}` }));
    return url.includes('cursor=2') ? linked(files(500, 1_000)) : linked(files(1_000, 0), link);
  });
}

describe('a list is whole, or says why not', () => {
  test.each([
    'https://inner.example/api/models/o/r/tree/main?cursor=2',
    'http://k.test/api/models/o/r/tree/main?cursor=2',
    'http://127.0.0.1:28080/api/models/o/r/tree/main?cursor=2',
  ])('1,500 files behind a link to %s', async (link) => {
    const { hub, network } = treeLinkedTo(link);
    const { items, complete } = await hub.tree(ref);
    expect([items.length, complete]).toEqual([1_500, true]);
    expect(network.requests.every(({ url }) => url.startsWith('https://k.test/'))).toBe(true);
  });

  test('a link that leads nowhere', async () => {
    const { items, ...whole } = await treeLinkedTo('https://evil.example/x').hub.tree(ref);
    expect([items.length, whole]).toMatchObject([1_000, { complete: false, incomplete: 'next-link' }]);
  });

  test('a page that points at itself', async () => {
    const { hub } = treeLinkedTo('/api/models/o/r/tree/main', 'huggingface');
    expect(await hub.tree(ref)).toMatchObject({ complete: false, incomplete: 'next-link' });
  });

  test('over twenty pages', async () => {
    let page = 0;
    const { hub } = makeHub([source('a')], ({ url }) => {
      if (isProbe(url)) return json({ id: 'o/r' });
      page += 1;
      return linked([{ path: `f${page}` }], `?cursor=${page}`);
    });
    const { items, ...whole } = await hub.tree(ref);
    expect([items.length, whole]).toMatchObject([20, { complete: false, incomplete: 'page-limit' }]);
  });

  test('a page that is too large: what came before stays', async () => {
    const { hub } = makeHub([source('a')], ({ url }) => {
      if (isProbe(url)) return json({ id: 'o/r' });
      if (!url.includes('cursor')) return linked([{ path: 'f' }], '?cursor=2');
      return new Response('[]', { headers: { 'content-length': '999999999' } });
    });
    expect(await hub.tree(ref)).toMatchObject({
      items: [{ path: 'f' }],
      complete: false,
      incomplete: 'too-large',
    });
  });

  test('many large pages end after 40 MB', async () => {
    let page = 0;
    const { hub } = makeHub([source('a')], ({ url }) => {
      if (isProbe(url)) return json({ id: 'o/r' });
      page += 1;
      return linked([{ path: 'x'.repeat(15_000_000) }], `?cursor=${page}`);
    });
    const { items, ...whole } = await hub.tree(ref);
    expect([items.length, whole]).toMatchObject([3, { complete: false, incomplete: 'too-large' }]);
  });

  test('a limit, and repositories beyond it', async () => {
    const { hub } = makeHub([source('a')], () => json([{ id: 'o/1' }, { id: 'o/2' }]));
    expect(await hub.list('model', { limit: 1 })).toMatchObject({
      complete: false,
      incomplete: 'page-limit',
    });
    expect(await hub.list('model', { limit: 2 })).toMatchObject({ complete: true });
  });

  test('a source that gave nothing is a gap, one that has no such list is none', async () => {
    const answers: Record<string, () => Response> = { a: () => json([{ id: 'o/1' }]), b: notFound };
    const { hub } = makeHub(
      [source('a'), source('b')],
      ({ url }) => answers[new URL(url).host[0] ?? '']?.() ?? null,
    );
    expect(await hub.list('model')).toMatchObject({ complete: true });
    answers.b = () => new Response(null, { status: 500 });
    expect(await hub.list('model')).toMatchObject({
      complete: false,
      incomplete: 'failed-page',
      sources: [{ verdict: 'present' }, { verdict: 'unreachable' }],
    });
  });
});

describe('tree paths are whole paths', () => {
  const tree = (entries: unknown[], type: 'huggingface' | 'kohakuhub' = 'kohakuhub', recursive = false) =>
    makeHub([source('k', { type })], ({ url }) =>
      isProbe(url) ? json({ id: 'o/r' }) : json(entries),
    ).hub.tree(ref, 'a', { recursive });

  test.each([
    ['as they are', [{ path: 'a/a' }, { path: 'a/b' }], ['a/a', 'a/b']],
    ['of an old KohakuHub', [{ path: 'a' }, { path: 'b' }], ['a/a', 'a/b']],
    ['of none', [], []],
  ])('%s', async (_, entries, paths) => {
    expect((await tree(entries)).items.map(({ path }) => path)).toEqual(paths);
  });

  test('recursive ones, too: whole only when all of them are', async () => {
    const old = await tree([{ path: 'a' }, { path: 'a/x' }], 'kohakuhub', true);
    expect(old.items.map(({ path }) => path)).toEqual(['a/a', 'a/a/x']);
    const now = await tree([{ path: 'a/a' }, { path: 'a/a/x' }], 'kohakuhub', true);
    expect(now.items.map(({ path }) => path)).toEqual(['a/a', 'a/a/x']);
  });

  test('Hugging Face has always answered with whole ones', async () => {
    expect((await tree([{ path: 'x' }], 'huggingface')).items).toEqual([{ path: 'x' }]);
  });
});

test('each source is reported as it answers', async () => {
  const slow = Promise.withResolvers<Response>();
  const { fetch } = fakeNetwork(({ url }) =>
    url.startsWith('https://a') ? slow.promise : json([{ id: 'o/b' }]),
  );
  const { hub } = makeHub([source('a'), source('b')], () => null, { fetch });
  const heard: string[] = [];
  const firstPart = Promise.withResolvers<void>();
  const listing = hub.list(
    'model',
    {},
    {
      onSource: ({ items, report }) => {
        heard.push(`${report.source} ${items.length}`);
        firstPart.resolve();
      },
    },
  );
  await firstPart.promise;
  expect(heard).toEqual(['b 1']);
  slow.resolve(json([{ id: 'o/a' }, { id: 'o/c' }]));
  await listing;
  expect(heard).toEqual(['b 1', 'a 2']);
});
