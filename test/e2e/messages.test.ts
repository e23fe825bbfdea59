import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { MESSAGES, type MessageName } from '../../src/messages/index.ts';
import { useStage } from './support/stage.ts';
import { readStorage } from './support/storage.ts';
import { HF_TOKEN } from './support/tokens.ts';

const stage = useStage();

/** Sends any value as a message, and resolves with the reply or the rejection. */
function sendRaw(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(async (raw) => {
    try {
      return { reply: await chrome.runtime.sendMessage(raw) };
    } catch (thrown) {
      return { thrown: String(thrown) };
    }
  }, message as never);
}

/** Sends the same payload under each name, and resolves with what was answered, by name. */
async function sendToEach(page: Page, names: string[], payload: unknown): Promise<object> {
  const answers = await page.evaluate(
    (all, given) =>
      Promise.all(
        all.map(async (name) => {
          try {
            return { reply: await chrome.runtime.sendMessage({ name, payload: given }) };
          } catch (thrown) {
            return { thrown: String(thrown) };
          }
        }),
      ),
    names,
    payload as never,
  );
  return Object.fromEntries(names.map((name, place) => [name, answers[place]]));
}
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

describe('messages', () => {
  const names = Object.keys(MESSAGES) as MessageName[];
  /** The messages in which something has to be said. That each entry's schema is right, no list here says again. */
  const worded = names.filter((name) => !MESSAGES[name].request.safeParse({}).success);
  const REFUSED = { reply: { ok: false, problem: { code: 'BAD_MESSAGE' } } };
  const allRefused = (all: string[]) => Object.fromEntries(all.map((name) => [name, REFUSED]));
  const huge = 'x'.repeat(100_000);
  const nonsense = {
    nothing: undefined,
    null: null,
    'a number': 42,
    'a list': [1, 2, 3],
    'wrong types': {
      request: 7,
      origin: [],
      jobId: {},
      patch: 'all',
      slot: 1,
      token: {},
      url: 3,
      id: null,
      ids: 'x',
    },
    'too much': { prototype: { a: 1 }, constructor: 'x', extra: true },
    'huge strings': {
      request: { prompt: huge, style: 'none' },
      origin: 'popup',
      jobId: huge,
      slot: `source:${huge}`,
      token: huge,
      url: huge,
      id: huge,
      query: huge,
      text: huge,
      path: huge,
    },
  };

  test('nonsense: every name refuses it, and none throws', async () => {
    const options = await stage.openOptions();
    for (const [what, payload] of Object.entries(nonsense))
      expect(await sendToEach(options.page, names, payload), what).toEqual(allRefused(names));
    expect(await readStorage(options.page)).toEqual({});
    expect(stage.lab.log).toEqual([]);
  });

  test('{}: refused wherever something has to be said', async () => {
    const options = await stage.openOptions();
    expect(await sendToEach(options.page, worded, {})).toEqual(allRefused(worded));
    expect(worded.length).toBeGreaterThan(0);
  });

  /** Well formed, but about nothing that is there, or far too long. */
  const UNKNOWN: [MessageName, object, string][] = [
    ['generate', { request: { prompt: huge, style: 'none' }, origin: 'popup' }, 'PROMPT_TOO_LONG'],
    ['generate', { request: { prompt: 'a', style: 'none', width: 1e9 }, origin: 'popup' }, 'SIZE_INVALID'],
    ['generate', { request: { prompt: 'a', style: 'none', seed: -2 }, origin: 'popup' }, 'SEED_INVALID'],
    ['cancel', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['cancel', { jobId: '__proto__' }, 'NO_SUCH_JOB'],
    ['dismiss', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['fetchPicture', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['keepPicture', { jobId: 'nobody' }, 'NO_SUCH_JOB'],
    ['updateSettings', { patch: { huggingface: { routeOrder: ['evil'] } } }, 'ROUTES_INVALID'],
    ['updateSettings', { patch: { huggingface: { apiUrl: 'javascript:alert(1)' } } }, 'API_URL_INVALID'],
    ['saveToken', { slot: 'source:__proto__', token: HF_TOKEN }, 'NO_SUCH_SOURCE'],
    ['saveToken', { slot: 'huggingface', token: huge }, 'TOKEN_MALFORMED'],
    ['probeSource', { url: 'file:///etc/passwd' }, 'SOURCE_URL_SCHEME'],
    ['testSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['changeSource', { id: 'nobody', change: { enabled: true } }, 'NO_SUCH_SOURCE'],
    ['removeSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['restoreSource', { id: 'nobody' }, 'NO_SUCH_SOURCE'],
    ['parseRepository', { text: 'not a repository at all' }, 'REPOSITORY_INVALID'],
  ];

  test('well formed, but about nothing that is there or far too much: refused by name', async () => {
    const options = await stage.openOptions();
    for (const [name, payload, code] of UNKNOWN) {
      const answer = await sendRaw(options.page, { name, payload });
      expect(answer, `${name} ${code}`).toMatchObject({ reply: { ok: false, problem: { code } } });
    }
    expect(await readStorage(options.page)).toEqual({});
  });

  test('a missing or unknown name gets no answer, and the next message is answered', async () => {
    const options = await stage.openOptions();
    for (const message of [
      null,
      'hello',
      'cancelAll',
      7,
      [],
      {},
      { name: 'constructor' },
      { name: '__proto__' },
      { name: 1 },
    ]) {
      expect(await sendRaw(options.page, message)).not.toMatchObject({ reply: { ok: true } });
    }
    expect(await sendRaw(options.page, { name: 'hello', payload: {} })).toEqual({
      reply: { ok: true, value: null },
    });
  });

  test('a web page cannot speak to the extension at all', async () => {
    const page = await stage.chromium.browser.newPage();
    await page.goto('https://huggingface.co/settings/tokens');
    const answer = await page.evaluate(async (id) => {
      const runtime = (
        globalThis as { chrome?: { runtime?: { sendMessage?: (...sent: unknown[]) => unknown } } }
      ).chrome?.runtime;
      if (runtime?.sendMessage === undefined) return 'no way to speak';
      return runtime.sendMessage(id, { name: 'readSettings', payload: {} });
    }, stage.chromium.extensionId);
    expect(answer).toBe('no way to speak');
  });

  test('the port of the chain: nonsense is a problem, not silence and not a crash', async () => {
    const options = await stage.openOptions();
    const events = await options.page.evaluate(
      (texts) =>
        Promise.all(
          texts.map(
            (text) =>
              new Promise((resolve) => {
                const api = chrome as unknown as { runtime: { connect(info: { name: string }): ChainPort } };
                interface ChainPort {
                  onMessage: { addListener(listener: (event: unknown) => void): void };
                  postMessage(message: unknown): void;
                }
                const port = api.runtime.connect({ name: 'ask-chain' });
                port.onMessage.addListener(resolve);
                port.postMessage(JSON.parse(text));
              }),
          ),
        ),
      [
        'null',
        '7',
        '{}',
        '{"repository":{"type":"model","id":3},"fresh":true}',
        '{"repository":null,"fresh":"x"}',
      ],
    );
    expect(events).toEqual(Array(5).fill({ kind: 'problem', problem: { code: 'BAD_MESSAGE' } }));
  });
});
