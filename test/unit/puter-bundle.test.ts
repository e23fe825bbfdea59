import { type Context, createContext, runInContext } from 'node:vm';
import { Window } from 'happy-dom';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { trimPuter } from '../../src/providers/puter/build/trim-puter.ts';
import type { PuterProvider } from '../../src/providers/puter/provider.ts';
import {
  type Asked,
  json,
  PICTURE,
  PLAIN,
  picture,
  type Reply,
  standIn,
  TOKEN,
} from './providers/puter/stand-in.ts';

let code = '';

const entry = new URL('../../src/providers/puter/provider.ts', import.meta.url).pathname;

/** The provider in one script, the way WXT builds a background. */
beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [trimPuter()],
    build: {
      write: false,
      lib: { entry, formats: ['iife'], name: 'understudy', fileName: 'background' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const chunks = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  expect(chunks).toHaveLength(1);
  code = chunks[0]?.type === 'chunk' ? chunks[0].code : '';
});

/** What every place to run in has. */
const COMMON = {
  AbortController,
  AbortSignal,
  Blob,
  CustomEvent,
  DOMException,
  Event,
  EventTarget,
  Headers,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearTimeout,
  crypto,
  queueMicrotask,
  setTimeout,
  structuredClone,
};

/** A place to run the bundle in that keeps a record of every way out to the network and of what is printed. */
function place(extra: Record<string, unknown>) {
  const tried: string[] = [];
  const outward = (name: string) =>
    class {
      constructor(...given: unknown[]) {
        tried.push(`${name} ${given[0] ?? ''}`);
      }
    };
  const note = (...given: unknown[]) => void tried.push(`console ${given.join(' ')}`);
  const scope: Record<string, unknown> = {
    ...COMMON,
    WebSocket: outward('WebSocket'),
    EventSource: outward('EventSource'),
    Worker: outward('Worker'),
    fetch: async (url: unknown) => void tried.push(`fetch ${url}`),
    console: { log: note, warn: note, error: note, info: note, debug: note },
    addEventListener() {},
    removeEventListener() {},
    navigator: { onLine: true },
    ...extra,
  };
  scope.self = scope;
  const context = createContext(scope);
  return { tried, outward, scope, context };
}

function serviceWorker() {
  return place({
    WorkerGlobalScope: class {},
    ServiceWorkerGlobalScope: class {},
    location: new URL('chrome-extension://abcdefghijklmnopabcdefghijklmnop/background.js'),
  });
}

/** Firefox runs the background in a page: puter.js finds a document to open dialogs in, and a native XMLHttpRequest. */
function backgroundPage() {
  const page = new Window({ url: 'https://background.example/' });
  const { tried, outward, scope, context } = place({
    location: new URL('moz-extension://00000000-0000-4000-8000-000000000000/_generated_background_page.html'),
    document: page.document,
    customElements: page.customElements,
    HTMLElement: page.HTMLElement,
    Image: page.Image,
    localStorage: page.localStorage,
    getComputedStyle: page.getComputedStyle.bind(page),
  });
  scope.window = scope;
  const native = outward('XMLHttpRequest');
  scope.XMLHttpRequest = native;
  return { tried, scope, context, native, body: page.document.body };
}

function start(context: Context): typeof PuterProvider {
  return runInContext(`${code}; understudy.PuterProvider`, context);
}

async function generate(Provider: typeof PuterProvider, reply: Reply) {
  const { fetch, asked } = standIn(reply);
  const result = await new Provider({ fetch, token: TOKEN, isOnline: () => true }).generate('a cat', PLAIN);
  return { result, asked };
}

function addresses(asked: Asked[]): string[] {
  return asked.map(({ init, url }) => `${init.method} ${url}`);
}

describe('the bundle', () => {
  test.each([
    ['an import from the network', /import\(\s*[`'"]https?:/],
    ['a CDN', /unpkg|b-cdn|jsdelivr|rustls/],
    ['eval', /\beval\s*\(/],
    ['Function from text', /\bFunction\s*\(\s*[`'"]/],
    ['importScripts', /importScripts/],
    ['a script element', /createElement\(\s*[`'"]script/],
    ['a socket', /socket\.io|EIO/],
    ['a forged origin', /puter\.work/],
    ['a dialog', /showModal|<dialog/],
  ])('holds no trace of %s', (_, trace) => {
    expect(code).toContain('puter-image-generation');
    expect(code.match(trace)?.[0]).toBeUndefined();
  });

  test.each([
    ['service worker', serviceWorker],
    ['background page', backgroundPage],
  ])('runs nothing of puter.js when a %s starts', (_, make) => {
    const { scope, context, tried } = make();
    const before = Object.keys(scope);
    start(context);
    const added = Object.keys(scope).filter((key) => !before.includes(key) && !key.startsWith('__zod'));
    expect(added).toEqual(['understudy']);
    expect(tried).toEqual([]);
  });
});

describe('in a service worker', () => {
  test('a picture takes one POST and nothing else, and leaves no XMLHttpRequest behind', async () => {
    const { scope, context, tried } = serviceWorker();
    const { result, asked } = await generate(start(context), () => picture());
    expect(result).toMatchObject({ success: true, image: PICTURE });
    expect(addresses(asked)).toEqual(['POST https://api.puter.com/drivers/call']);
    expect(scope.puter).toMatchObject({ env: 'service-worker', authToken: null });
    expect(scope).not.toHaveProperty('XMLHttpRequest');
    expect(scope.localStorage).toBeUndefined();
    expect(tried).toEqual([]);
  });
});

describe('in a background page', () => {
  test.each<[string, number, Reply, string | undefined]>([
    ['a picture', 1, () => picture(), undefined],
    [
      'a picture at the end of the credit',
      1,
      () => json({ success: true, result: PICTURE, metadata: { usage_limited: true } }),
      undefined,
    ],
    ['a dead token', 1, () => json({ code: 'token_auth_failed', message: 'No' }, 401), 'UNAUTHORIZED'],
    ['an ended session', 1, () => json({ code: 'reauth_required', auth_id: 'a' }, 401), 'UNAUTHORIZED'],
    ['a dead token under 200', 1, () => json({ code: 'token_auth_failed', message: 'No' }), 'UNAUTHORIZED'],
    ['no credit', 1, () => json({ code: 'insufficient_funds', message: 'No' }, 402), 'PAYMENT_REQUIRED'],
    [
      'no credit, older envelope',
      1,
      () => json({ success: false, error: { code: 'insufficient_funds' } }),
      'PAYMENT_REQUIRED',
    ],
    [
      'an unconfirmed address',
      1,
      () => json({ success: false, error: { code: 'email_must_be_confirmed' } }),
      'FORBIDDEN',
    ],
    [
      'a denied permission',
      1,
      () => json({ success: false, error: { code: 'permission_denied' } }),
      'FORBIDDEN',
    ],
    ['a rate limit', 1, () => json({ code: 'too_many_requests', message: 'No' }, 429), 'RATE_LIMIT'],
  ])('%s opens no dialog and takes one POST', async (_, posts, reply, code) => {
    const { scope, context, tried, native, body } = backgroundPage();
    const { result, asked } = await generate(start(context), reply);
    expect(result.error?.code).toBe(code);
    expect(addresses(asked)).toEqual(Array(posts).fill('POST https://api.puter.com/drivers/call'));
    expect(scope.puter).toMatchObject({ env: 'web', authToken: null });
    expect(body.children).toHaveLength(0);
    expect(scope.XMLHttpRequest).toBe(native);
    expect(tried).toEqual([]);
    expect(JSON.stringify(scope.localStorage)).not.toContain(TOKEN);
  });
});
