import { describe, expect, test } from 'vitest';
import { identifyHub } from '../../../../src/hub/index.ts';

type Answers = Record<string, () => Response | Promise<Response>>;

function probe(answers: Answers, { timeoutMs = 1_000 }: { timeoutMs?: number } = {}) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetch = async (url: string, init?: RequestInit) => {
    asked.push({ url, init });
    const answer = answers[new URL(url).pathname.replace('/hub', '')];
    if (!answer) return new Response('{"detail":"Not Found"}', { status: 404 });
    return answer();
  };
  return { asked, answer: identifyHub('https://a.example/hub', { fetch, timeoutMs }) };
}

const json = (value: unknown) => () => Response.json(value);
const VERSION = '/api/version';
const MODELS = '/api/models';

/** A response that says it came from elsewhere, as one does after a redirect. */
function from(url: string, value: unknown): () => Response {
  return () => Object.defineProperty(Response.json(value), 'url', { value: url });
}

/** 50 MB, handed out only as far as it is read. */
function endless(onCancel: () => void) {
  const chunk = new TextEncoder().encode(`"${'x'.repeat(65_536)}",`);
  const state = { sent: 0 };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('[')),
    pull(controller) {
      state.sent += chunk.byteLength;
      controller.enqueue(chunk);
      if (state.sent > 50_000_000) controller.close();
    },
    cancel: onCancel,
  });
  return { state, response: () => new Response(body) };
}

describe('what lives at an address', () => {
  test('a KohakuHub says so itself, with name and version; nothing else is asked, and no token sent', async () => {
    const { answer, asked } = probe({
      [VERSION]: json({ api: 'kohakuhub', version: '1.2', name: 'Our hub' }),
    });
    expect(await answer).toEqual({ reachable: true, type: 'kohakuhub', name: 'Our hub', version: '1.2' });
    expect(asked.map(({ url }) => url)).toEqual(['https://a.example/hub/api/version']);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit' });
    expect(JSON.stringify(asked[0]?.init?.headers)).not.toMatch(/authorization/i);
  });

  test('a hub that wants its token everywhere is known with it, and not without', async () => {
    const closed = async (_url: string, init?: RequestInit) =>
      new Headers(init?.headers).get('authorization') === 'Bearer t0ken'
        ? Response.json([])
        : new Response(null, { status: 401 });
    const asking = { fetch: closed, timeoutMs: 1_000 };
    const shut = { reachable: true, status: 401 };
    expect(await identifyHub('https://a.example', asking)).toEqual({ ...shut, wants: 'token' });
    expect(await identifyHub('https://a.example', { ...asking, token: 'other' })).toEqual({
      ...shut,
      wants: 'another-token',
    });
    expect(await identifyHub('https://a.example', { ...asking, token: 't0ken' })).toEqual({
      reachable: true,
      type: 'huggingface',
    });
  });

  test('its name and version are cut to what fits, and left out when they are none', async () => {
    const long = probe({
      [VERSION]: json({ api: 'kohakuhub', version: 'v'.repeat(99), name: 'n'.repeat(99) }),
    });
    const answer = await long.answer;
    expect([answer.name?.length, answer.version?.length]).toEqual([60, 40]);
    const odd = probe({ [VERSION]: json({ api: 'kohakuhub', version: 1, name: null }) });
    expect(await odd.answer).toEqual({ reachable: true, type: 'kohakuhub' });
  });

  test('Hugging Face and its mirrors have no version, but list models', async () => {
    const { answer, asked } = probe({ [MODELS]: json([{ id: 'acme/fox' }]) });
    expect(await answer).toEqual({ reachable: true, type: 'huggingface' });
    expect(asked.map(({ url }) => url)).toEqual([
      'https://a.example/hub/api/version',
      'https://a.example/hub/api/models?limit=1',
    ]);
  });

  test('an empty mirror is one, too', async () => {
    expect(await probe({ [MODELS]: json([]) }).answer).toEqual({ reachable: true, type: 'huggingface' });
  });
});

describe('what is no hub', () => {
  const html = () => new Response('<!doctype html><title>Welcome</title>');

  test.each<[string, Answers, number]>([
    ['a web page', { [VERSION]: html, [MODELS]: html }, 200],
    ['another API', { [VERSION]: json({ api: 'gitlab' }), [MODELS]: json({ models: [] }) }, 200],
    ['nothing but 404', {}, 404],
    ['an error in the right shape', { [MODELS]: () => Response.json([], { status: 500 }) }, 500],
    ['half an answer', { [MODELS]: () => new Response('[{"id":"acme/f') }, 200],
    ['no content', { [MODELS]: () => new Response(null, { status: 204 }) }, 204],
  ])('%s', async (_, answers, status) => {
    expect(await probe(answers).answer).toEqual({ reachable: true, status });
  });

  test('what redirects elsewhere is not believed', async () => {
    const elsewhere = {
      [VERSION]: from('https://evil.example/api/version', { api: 'kohakuhub', name: 'Evil' }),
      [MODELS]: from('https://evil.example/api/models', []),
    };
    expect(await probe(elsewhere).answer).toEqual({ reachable: true, status: 200 });
  });

  test("no redirect is followed, but within the user's own network", async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const fetch = async (url: string, init?: RequestInit) => {
      const token = new Headers(init?.headers).has('authorization') ? ' with its token' : '';
      asked.push([new URL(url).host + token, init]);
      return new Response(null, { status: 404 });
    };
    for (const host of ['a.example', 'nas.lan:28080', '192.168.1.20'])
      await identifyHub(`http://${host}`, { fetch, timeoutMs: 1_000, token: 't0ken' });
    expect(new Set(asked.map(([host, init]) => `${host} ${init?.redirect}`))).toEqual(
      new Set([
        'a.example manual',
        'a.example with its token error',
        'nas.lan:28080 follow',
        'nas.lan:28080 with its token error',
        '192.168.1.20 follow',
        '192.168.1.20 with its token error',
      ]),
    );
  });

  test('a redirect within its own origin is', async () => {
    const within = { [VERSION]: from('https://a.example/api/version', { api: 'kohakuhub' }) };
    expect(await probe(within).answer).toMatchObject({ type: 'kohakuhub' });
  });

  test('50 MB of JSON is not read completely, and cancelled', async () => {
    let cancelled = 0;
    const onCancel = () => {
      cancelled += 1;
    };
    const [version, models] = [endless(onCancel), endless(onCancel)];
    expect(await probe({ [VERSION]: version.response, [MODELS]: models.response }).answer).toEqual({
      reachable: true,
      status: 200,
    });
    expect(cancelled).toBe(2);
    expect(version.state.sent).toBeLessThan(1_500_000);
    expect(models.state.sent).toBeLessThan(1_500_000);
  });

  test('a large error page is not read at all', async () => {
    let cancelled = 0;
    const page = endless(() => {
      cancelled += 1;
    });
    const response = () => new Response(page.response().body, { status: 503 });
    expect(await probe({ [MODELS]: response }).answer).toEqual({ reachable: true, status: 503 });
    expect(cancelled).toBe(1);
  });
});

describe('what cannot be reached', () => {
  test('a connection that breaks', async () => {
    const broken = () => Promise.reject<Response>(new TypeError('Failed to fetch'));
    expect(await probe({ [VERSION]: broken, [MODELS]: broken }).answer).toEqual({ reachable: false });
  });

  test('an address that never answers: both questions end with the time-out', async () => {
    const fetch = (_url: string, init?: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    expect(await identifyHub('https://a.example', { fetch, timeoutMs: 1 })).toEqual({ reachable: false });
  });

  test('one question that breaks does not spoil the other', async () => {
    const broken = () => Promise.reject<Response>(new TypeError('Failed to fetch'));
    expect(await probe({ [VERSION]: broken, [MODELS]: json([]) }).answer).toMatchObject({
      type: 'huggingface',
    });
  });
});
