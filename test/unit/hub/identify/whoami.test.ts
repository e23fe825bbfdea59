import { describe, expect, test } from 'vitest';
import { checkHubToken } from '../../../../src/hub/index.ts';

const TOKEN = 'hf_secretsecret';

async function check(answer: () => Response | Promise<Response>, inference = true) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit = {}) => {
    asked.push({ url, init });
    return answer();
  };
  return { asked, result: await checkHubToken('https://hub.example.org/path', TOKEN, { fetch, inference }) };
}

const account = (accessToken?: object) => () =>
  Response.json({ name: 'fox', ...(accessToken && { auth: { type: 'access_token', accessToken } }) });
const fineGrained = (...lists: string[][]) => {
  const [global = [], ...scoped] = lists;
  return {
    role: 'fineGrained',
    fineGrained: { global, scoped: scoped.map((permissions) => ({ permissions })) },
  };
};
const MAY = 'inference.serverless.write';

test('the hub is asked once, with the token and nothing else of the user, and follows no redirect', async () => {
  const { asked } = await check(account());
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe('https://hub.example.org/path/api/whoami-v2');
  expect(asked[0]?.init).toMatchObject({
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
});

describe('a token of Hugging Face', () => {
  test.each([
    ['write', { role: 'write' }, 'valid'],
    ['read', { role: 'read' }, 'valid'],
    ['fine-grained with the permission', fineGrained([MAY, 'discussion.write']), 'valid'],
    ['fine-grained with it for one account', fineGrained([], ['repo.read'], [MAY]), 'valid'],
    ['fine-grained without it', fineGrained(['discussion.write'], ['repo.read']), 'lacks-permission'],
    ['fine-grained that lists nothing', { role: 'fineGrained' }, 'lacks-permission'],
    [
      'fine-grained in another shape',
      { role: 'fineGrained', fineGrained: { global: 'all', scoped: 7 } },
      'lacks-permission',
    ],
  ])('%s', async (_, token, verdict) => {
    expect((await check(account(token))).result).toEqual({ verdict, account: 'fox', status: 200 });
  });
});

test.each([
  [`fox ${TOKEN}\u0000`, 'fox [redacted]'],
  ['x'.repeat(5000), `${'x'.repeat(300)}…`],
])('an account name is fit to be shown', async (name, shown) => {
  const { result } = await check(() => Response.json({ name }));
  expect(result.account).toBe(shown);
});

test('a hub’s own token needs no inference permission', async () => {
  const { result } = await check(account(fineGrained([])), false);
  expect(result).toEqual({ verdict: 'valid', account: 'fox', status: 200 });
});

test('a hub that says nothing of the token says at least whose it is', async () => {
  expect((await check(account())).result).toEqual({ verdict: 'valid', account: 'fox', status: 200 });
  expect((await check(() => Response.json({ auth: 'none', name: 7 }))).result).toEqual({
    verdict: 'valid',
    status: 200,
  });
});

test.each([401, 403])('%i: invalid', async (status) => {
  expect((await check(() => new Response('', { status }))).result).toEqual({ verdict: 'invalid', status });
});

test.each([404, 429, 500, 503])('%i says nothing of the token', async (status) => {
  expect((await check(() => new Response('', { status }))).result).toEqual({ verdict: 'unchecked', status });
});

test.each<[string, () => Response | Promise<Response>]>([
  ['a web page', () => new Response('<!doctype html>')],
  ['a list', () => Response.json([])],
  ['a broken connection', () => Promise.reject(new TypeError(`Failed for ${TOKEN}`))],
  ['a redirect', () => Promise.reject(new TypeError('Redirects are not followed'))],
  ['an answer over a megabyte', () => new Response(JSON.stringify({ name: 'fox' }) + ' '.repeat(1_000_000))],
])('%s says nothing of the token, and does not reject', async (_, answer) => {
  const { result } = await check(answer);
  expect(result.verdict).toBe('unchecked');
  expect(JSON.stringify(result)).not.toContain(TOKEN);
});

test('an abort ends the wait', async () => {
  const controller = new AbortController();
  let sent: AbortSignal | null | undefined;
  const fetch = (_url: string, init?: RequestInit) => {
    sent = init?.signal;
    return new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  };
  const checking = checkHubToken('https://hub.example.org', TOKEN, { fetch, signal: controller.signal });
  controller.abort();
  // At once: the check's own time-out would end it, too.
  expect(sent?.aborted).toBe(true);
  expect(await checking).toEqual({ verdict: 'unchecked' });
});
