import { describe, expect, test } from 'vitest';
import { generationRequest, STYLE_PRESETS } from '../../../src/generation/index.ts';
import { createReceiver, type Handlers, MESSAGES, type MessageName } from '../../../src/messages/index.ts';

const OWN = { id: 'own-id', origin: 'chrome-extension://own-id' };
const PAGE = { id: 'own-id', url: 'chrome-extension://own-id/popup.html' };

function receiver(handle: (name: string, payload: unknown) => Promise<unknown> = async () => ({ ok: true })) {
  const called: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    (Object.keys(MESSAGES) as MessageName[]).map((name) => [
      name,
      (payload: unknown) => {
        called.push([name, payload]);
        return handle(name, payload);
      },
    ]),
  ) as unknown as Handlers;
  return { called, receive: createReceiver(handlers, OWN) };
}

describe('who is answered', () => {
  test('a page of the extension', async () => {
    const { receive, called } = receiver(async () => ({ ok: true, value: null }));
    expect(await receive({ name: 'cancel', payload: { jobId: 'a' } }, PAGE)).toEqual({
      ok: true,
      value: null,
    });
    expect(called).toEqual([['cancel', { jobId: 'a' }]]);
  });

  test.each([
    ['another extension', { id: 'other', url: 'chrome-extension://own-id/popup.html' }],
    ['a web page', { id: 'own-id', url: 'https://evil.example/' }],
    [
      'a web page with our origin in its address',
      { id: 'own-id', url: 'https://evil.example/chrome-extension://own-id/' },
    ],
    [
      'an origin that only begins like ours',
      { id: 'own-id', url: 'chrome-extension://own-id.evil.example/' },
    ],
    ['nobody in particular', {}],
    ['a sender without an address', { id: 'own-id' }],
  ])('not %s', (_, sender) => {
    const { receive, called } = receiver();
    expect(receive({ name: 'hello', payload: {} }, sender)).toBeUndefined();
    expect(called).toEqual([]);
  });
});

describe('what is understood', () => {
  test.each([
    'hello',
    null,
    undefined,
    7,
    [],
    {},
    { name: 'nobody' },
    { name: '__proto__' },
    { name: 'toString' },
    { name: 'constructor' },
    { name: ['hello'] },
    { name: { toString: (): string => 'hello' } },
    { name: 'settingsChanged' },
  ])('%j is none of our messages', (message) => {
    const { receive, called } = receiver();
    expect(receive(message, PAGE)).toBeUndefined();
    expect(called).toEqual([]);
  });

  test.each<[MessageName, unknown]>([
    ['hello', undefined],
    ['hello', { extra: 1 }],
    ['cancel', {}],
    ['cancel', { jobId: '' }],
    ['cancel', { jobId: 'x'.repeat(101) }],
    ['generate', { request: { prompt: 'a', style: 'constructor' }, origin: 'popup' }],
    ['generate', { request: { prompt: 'a', style: 'none', steps: 4 }, origin: 'popup' }],
    ['generate', { request: { prompt: 'a', style: 'none', seed: Number.NaN }, origin: 'popup' }],
    ['generate', { request: { prompt: 'a', style: 'none' }, origin: 'elsewhere' }],
    ['saveToken', { slot: 'secrets', token: 'x' }],
    ['saveToken', { slot: '__proto__', token: 'x' }],
    ['saveToken', { slot: 'puter', token: 7 }],
    ['updateSettings', { patch: { sources: [] } }],
    ['updateSettings', { patch: { hub: { enabled: 'yes' } } }],
    ['addSource', { source: { name: 'a', url: 'b', type: 'gitlab', enabled: true, namespaces: [] } }],
    [
      'addSource',
      { source: { name: 'a', url: 'b', type: 'kohakuhub', enabled: true, namespaces: [], token: 't' } },
    ],
    ['changeSource', { change: { enabled: true } }],
    ['changeSource', { id: 'a', change: { enabled: 'yes' } }],
    ['changeSource', { id: 'a', change: { token: 't' } }],
    ['orderSources', { ids: 'all' }],
    ['checkModel', { model: 'x'.repeat(301) }],
    ['listFiles', { repository: { type: 'bucket', id: 'a/b' }, path: '' }],
  ])('%s with %j is malformed and reaches no handler', async (name, payload) => {
    const { receive, called } = receiver();
    expect(await receive({ name, payload }, PAGE)).toEqual({ ok: false, problem: { code: 'BAD_MESSAGE' } });
    expect(called).toEqual([]);
  });

  test('every style that is offered can be asked for, and no other', () => {
    const takes = (style: string) => generationRequest.safeParse({ prompt: 'a fox', style }).success;
    expect(STYLE_PRESETS.filter((style) => !takes(style))).toEqual([]);
    expect(takes('another')).toBe(false);
  });

  test('a hub’s token slot is named after its source', () => {
    const { receive } = receiver();
    expect(
      receive({ name: 'removeToken', payload: { slot: 'source:shipped:https://a.example' } }, PAGE),
    ).toBeDefined();
    expect(MESSAGES.removeToken.request.safeParse({ slot: 'source:abc' }).success).toBe(true);
  });
});

test.each([
  ['throws', () => Promise.reject(new Error('401 for Bearer hf_secret'))],
  [
    'throws at once',
    () => {
      throw new Error('hf_secret');
    },
  ],
  ['throws a text', () => Promise.reject('hf_secret')],
])('a handler that %s is answered with INTERNAL and nothing of what it threw', async (_, handle) => {
  const { receive } = receiver(handle);
  const reply = await receive({ name: 'hello', payload: {} }, PAGE);
  expect(reply).toEqual({ ok: false, problem: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('hf_secret');
});
