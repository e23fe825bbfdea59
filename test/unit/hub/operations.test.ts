import { expect, test } from 'vitest';
import { json, notFound } from './fake-network.ts';
import { makeHub, source } from './make-hub.ts';

const ref = { type: 'model', id: 'o/r' } as const;

test('a hub that says it has it and hands nothing out is forgotten again', async () => {
  const { hub, network } = makeHub([source('a')], ({ url }) =>
    url.includes('/tree/') ? notFound() : json({ id: 'o/r' }),
  );
  await expect(hub.tree(ref)).rejects.toMatchObject({ outcome: 'not-found' });
  expect(network.requests).toHaveLength(4);
  expect(await hub.stats()).toMatchObject({ entries: 0 });
});

test('a repository without its default branch is there; one without the asked revision is not handed out', async () => {
  const empty = () => new Response(null, { status: 404, headers: { 'X-Error-Code': 'RevisionNotFound' } });
  const ask = () => makeHub([source('a')], empty).hub;
  expect(await ask().page(ref)).toMatchObject({ url: 'https://a.test/o/r', source: 'a' });
  await expect(ask().resolve({ ...ref, revision: 'v9' }, 'f')).rejects.toMatchObject({
    outcome: 'found',
    code: 'RevisionNotFound',
  });
});

test('a list whose next page is always another one ends after twenty', async () => {
  let page = 0;
  const { hub, network } = makeHub([source('a')], ({ url }) => {
    if (!url.includes('/tree/')) return json({ id: 'o/r' });
    page += 1;
    if (page > 50) throw new Error('It goes on and on');
    return json([{ path: `${page}` }], {
      headers: { Link: `<${url.split('?')[0]}?page=${page}>; rel="next"` },
    });
  });
  expect((await hub.tree(ref)).items).toHaveLength(20);
  expect(network.requests.filter(({ url }) => url.includes('/tree/'))).toHaveLength(20);
});

test('the next page of what was posted is fetched, not posted to', async () => {
  const methods: string[] = [];
  const { hub } = makeHub([source('a')], ({ url, method }) => {
    if (!url.includes('/paths-info/')) return json({ id: 'o/r' });
    methods.push(method);
    const next = { headers: { Link: `<${url}?cursor=2>; rel="next"` } };
    return json([{ path: 'f' }], methods.length === 1 ? next : {});
  });
  expect((await hub.pathsInfo(ref, ['f'])).items).toHaveLength(2);
  expect(methods).toEqual(['POST', 'GET']);
});

test('a profile that is there and not handed out is a failure, not an empty profile', async () => {
  const gated = () => new Response(null, { status: 403, headers: { 'X-Error-Code': 'GatedRepo' } });
  const { hub } = makeHub([source('a')], gated);
  await expect(hub.userProfile('o')).rejects.toMatchObject({ name: 'HubError', status: 403 });
});
