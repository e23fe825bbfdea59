import { expect, test } from 'vitest';
import { createStayingFetch, type EndOfRedirects } from '../../../src/web/stay-on-origin.ts';

const MOVED = 'https://mirror.example/api/models/old/name';
const HERE = 'https://mirror.example/api/models/new/name';

/** What a browser hands out of a redirect that it does not follow. */
function halted(): Response {
  const response = new Response(null);
  Object.defineProperties(response, { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  return response;
}

function bench(end: string | Error) {
  const asked: [string, RequestInit | undefined][] = [];
  const ends: [string, HeadersInit | undefined][] = [];
  const fetch = async (url: string, init?: RequestInit) => {
    asked.push([url, init]);
    return url === MOVED && init?.redirect === 'manual' ? halted() : Response.json({ id: 'new/name' });
  };
  const endOfRedirects: EndOfRedirects = async (url, headers) => {
    ends.push([url, headers]);
    if (typeof end !== 'string') throw end;
    return end;
  };
  return { asked, ends, fetch: createStayingFetch(fetch, endOfRedirects) };
}

test('an answer without a redirect is asked for once, and no redirect is followed', async () => {
  const { fetch, asked, ends } = bench('left');
  expect((await fetch(HERE, { cache: 'no-store' })).status).toBe(200);
  expect(asked).toEqual([[HERE, { cache: 'no-store', redirect: 'manual' }]]);
  expect(ends).toEqual([]);
});

test('a redirect that stays on its origin is followed, with the same headers', async () => {
  const { fetch, asked, ends } = bench(HERE);
  const headers = { authorization: 'Bearer t' };
  expect(await (await fetch(MOVED, { headers })).json()).toEqual({ id: 'new/name' });
  expect(ends).toEqual([[MOVED, headers]]);
  expect(asked.map(([url, init]) => [url, init?.redirect])).toEqual([
    [MOVED, 'manual'],
    [HERE, 'manual'],
  ]);
});

test('a redirect that leaves the origin is returned unchanged, and not followed', async () => {
  const { fetch, asked } = bench('left');
  expect((await fetch(MOVED)).status).toBe(0);
  expect(asked).toHaveLength(1);
});

test('without an answer there is none', async () => {
  await expect(bench(new TypeError('no answer')).fetch(MOVED)).rejects.toThrow('no answer');
});

test('what is posted is posted once', async () => {
  const { fetch, asked, ends } = bench(HERE);
  expect((await fetch(MOVED, { method: 'POST', body: 'paths=x' })).status).toBe(0);
  expect([asked.length, ends.length]).toEqual([1, 0]);
});

test.each([
  ['huggingface.co', 'https://huggingface.co/api/models/gpt2'],
  ['a hub on this machine', 'http://localhost:28080/api/models/a/b'],
  ["a hub in the user's own network", 'http://192.168.1.5/api/models/a/b'],
  ['a hub at a name of a home network', 'https://hub.lan/api/models/a/b'],
])('%s may redirect', async (_name, url) => {
  const { fetch, asked } = bench('left');
  await fetch(url, {});
  expect(asked).toEqual([[url, {}]]);
});

test.each(['error', 'manual', 'follow'] as const)('an explicit %s is obeyed', async (redirect) => {
  const { fetch, asked } = bench('left');
  await fetch(HERE, { redirect });
  expect(asked[0]?.[1]?.redirect).toBe(redirect);
});
