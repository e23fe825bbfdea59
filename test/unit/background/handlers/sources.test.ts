import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sourceHandlers } from '../../../../src/background/handlers/sources.ts';
import { fakeServices } from '../fake-services.ts';

const refused = (code: string, more = {}) => ({ ok: false, problem: { code, ...more } });
const kohakuhub = () => Response.json({ api: 'kohakuhub', version: '1.0', name: 'Our hub' });

let allowed = true;
beforeEach(() => {
  allowed = true;
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => allowed) as never);
});
afterEach(() => vi.restoreAllMocks());

function setUp(...given: Parameters<typeof fakeServices>) {
  const fake = fakeServices(...given);
  const handlers = sourceHandlers(fake.services);
  const source = { name: 'Mine', url: 'https://mine.example', type: 'kohakuhub', enabled: true } as const;
  return { ...fake, handlers, source: { ...source, namespaces: [] as string[] } };
}

describe('what the user types as an address', () => {
  test.each([
    ['', 'SOURCE_URL_EMPTY'],
    ['not a url', 'SOURCE_URL_INVALID'],
    ['ftp://mine.example', 'SOURCE_URL_SCHEME'],
    ['http://mine.example', 'SOURCE_URL_PLAIN_HTTP'],
    ['https://me:secret@mine.example', 'SOURCE_URL_CREDENTIALS'],
    ['https://mine.example/?token=x', 'SOURCE_URL_QUERY'],
    ['https://mine.example/#x', 'SOURCE_URL_QUERY'],
  ])('%j is refused by name, when it is tried and when it is saved', async (url, code) => {
    const { handlers, asked, source, settings } = setUp(kohakuhub);
    expect(await handlers.probeSource({ url })).toEqual(refused(code));
    expect(await handlers.addSource({ source: { ...source, url } })).toEqual(refused(code));
    expect(asked).toEqual([]);
    expect(settings.area.snapshot()).toEqual({});
  });

  test('is asked only where the user allowed it', async () => {
    allowed = false;
    const { handlers, asked } = setUp(kohakuhub);
    expect(await handlers.probeSource({ url: 'https://mine.example' })).toEqual(
      refused('PERMISSION_MISSING', { subject: 'mine.example' }),
    );
    expect(asked).toEqual([]);
  });

  test.each([
    [
      'a hub',
      kohakuhub,
      {
        ok: true,
        value: { url: 'https://mine.example/hub', type: 'kohakuhub', name: 'Our hub', version: '1.0' },
      },
    ],
    [
      'a mirror',
      (url: string) => (url.includes('models') ? Response.json([]) : new Response('', { status: 404 })),
      { ok: true, value: { url: 'https://mine.example/hub', type: 'huggingface', name: 'mine.example' } },
    ],
    [
      'something else',
      () => new Response('<!doctype html>'),
      refused('SOURCE_NOT_A_HUB', { subject: 'mine.example' }),
    ],
    [
      'nothing',
      () => Promise.reject(new TypeError('Failed to fetch')),
      refused('SOURCE_UNREACHABLE', { subject: 'mine.example' }),
    ],
  ])('%s is told for what it is', async (_, answer, reply) => {
    const { handlers } = setUp(answer);
    expect(await handlers.probeSource({ url: ' https://mine.example./hub/ ' })).toEqual(reply);
  });
});

describe('a source and its token', () => {
  async function withToken(...given: Parameters<typeof fakeServices>) {
    const fake = setUp(...given);
    const id = await fake.settings.add('Mine');
    const slot = `source:${id}`;
    await fake.secrets.save(slot, { token: 'hub-token', verdict: 'valid', origin: 'https://mine.example' });
    return { ...fake, id, slot, tokens: async () => Object.keys(await fake.secrets.all()) };
  }

  test('stay together when the source is renamed, or moves within its origin', async () => {
    const { handlers, id, slot, tokens } = await withToken();
    await handlers.changeSource({ id, change: { name: 'Ours', url: 'https://mine.example/hub' } });
    expect(await tokens()).toEqual([slot]);
  });

  test('part when the source moves to another origin', async () => {
    const { handlers, id, tokens } = await withToken();
    await handlers.changeSource({ id, change: { url: 'https://other.example' } });
    expect(await tokens()).toEqual([]);
  });

  test('stay together when the move is refused', async () => {
    const { handlers, id, slot, tokens } = await withToken();
    expect(await handlers.changeSource({ id, change: { url: 'https://huggingface.co' } })).toEqual(
      refused('SOURCE_DUPLICATE', { subject: 'Hugging Face' }),
    );
    expect(await tokens()).toEqual([slot]);
  });

  test('come back together', async () => {
    const { handlers, id, slot, tokens, settings, state } = await withToken();
    expect(await handlers.removeSource({ id })).toEqual({ ok: true, value: null });
    expect(await handlers.restoreSource({ id })).toEqual({ ok: true, value: null });
    expect(await tokens()).toEqual([slot]);
    expect(await settings.sourceNames()).toEqual(['Hugging Face', 'Mine']);
    expect(state.announced).toBe(2);
  });

  test('are tested together: the hub gets its own token, and what it says of it is kept', async () => {
    const { handlers, id, slot, asked, secrets } = await withToken((url) =>
      url.endsWith('whoami-v2') ? new Response('', { status: 401 }) : kohakuhub(),
    );
    expect(await handlers.testSource({ id })).toEqual({
      ok: true,
      value: { reachable: true, type: 'kohakuhub', version: '1.0', ms: 0, token: 'invalid' },
    });
    expect(asked).toEqual([
      { url: 'https://mine.example/api/version', authorization: null },
      { url: 'https://mine.example/api/whoami-v2', authorization: 'Bearer hub-token' },
    ]);
    expect((await secrets.all())[slot]).toMatchObject({ token: 'hub-token', verdict: 'invalid' });
  });

  test('neither is asked while the hub may not be reached', async () => {
    const { handlers, id, asked } = await withToken(kohakuhub);
    allowed = false;
    expect(await handlers.testSource({ id })).toMatchObject(refused('PERMISSION_MISSING'));
    expect(asked).toEqual([]);
  });

  test('a token of another origin is not sent along with a test', async () => {
    const { handlers, id, slot, asked, secrets } = await withToken(kohakuhub);
    await secrets.save(slot, { token: 'hub-token', verdict: 'valid', origin: 'https://other.example' });
    await handlers.testSource({ id });
    expect(asked.map(({ authorization }) => authorization)).toEqual([null]);
  });

  test('a token that was replaced while the hub was asked is not judged', async () => {
    const fake = await withToken(async (url) => {
      if (!url.endsWith('whoami-v2')) return kohakuhub();
      await fake.secrets.save(fake.slot, {
        token: 'newer',
        verdict: 'unchecked',
        origin: 'https://mine.example',
      });
      return new Response('', { status: 401 });
    });
    await fake.handlers.testSource({ id: fake.id });
    expect((await fake.secrets.all())[fake.slot]).toMatchObject({ token: 'newer', verdict: 'unchecked' });
  });
});

test('a hub that is slow to answer is not cut off with the worker: it is kept alive until then', async () => {
  const holds: number[] = [];
  const fake = setUp(() => {
    holds.push(fake.state.holds);
    return kohakuhub();
  });
  const id = await fake.settings.add('Mine');
  await fake.handlers.probeSource({ url: 'https://mine.example' });
  await fake.handlers.testSource({ id });
  expect(holds).toEqual([1, 1]);
  expect(fake.state.holds).toBe(0);
});

test('a source that is not on the list can be neither tested, removed nor restored', async () => {
  const { handlers } = setUp();
  expect(await handlers.testSource({ id: 'x' })).toMatchObject(refused('NO_SUCH_SOURCE'));
  expect(await handlers.removeSource({ id: 'x' })).toMatchObject(refused('NO_SUCH_SOURCE'));
  expect(await handlers.restoreSource({ id: 'x' })).toMatchObject(refused('NO_SUCH_SOURCE'));
});

test('a full disk is said to be full', async () => {
  const { handlers, source, settings } = setUp();
  settings.area.beforeSet = () => {
    throw new Error('Disk full');
  };
  expect(await handlers.addSource({ source })).toEqual(refused('STORAGE_FAILED'));
  expect(await handlers.orderSources({ ids: [] })).toEqual(refused('STORAGE_FAILED'));
});
