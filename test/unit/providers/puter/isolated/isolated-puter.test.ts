import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerPort } from '../../../../../src/providers/puter/isolated/answer-port.ts';
import { createIsolatedPuter } from '../../../../../src/providers/puter/isolated/isolated-puter.ts';
import { loadPuterClient } from '../../../../../src/providers/puter/load-client.ts';
import { PuterProvider } from '../../../../../src/providers/puter/provider.ts';
import { json, never, PICTURE, PLAIN, picture, puterOver, type Reply, standIn, TOKEN } from '../stand-in.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** The provider over pages as the extension opens them: a real channel, the page's own code, the real puter.js. */
function overPages(reply: Reply = () => picture()) {
  const { fetch, asked } = standIn(reply);
  const pages: { inside: MessagePort; ended: Promise<void>; heard: unknown[] }[] = [];
  const outside = vi.fn(async (): Promise<Response> => {
    throw new Error('The background asked Puter itself');
  });
  const openPort = vi.fn(async () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const heard: unknown[] = [];
    port2.addEventListener('message', ({ data }) => heard.push(data));
    const ended = answerPort(port2, { fetch, now: () => 0, loadClient: loadPuterClient });
    pages.push({ inside: port2, ended, heard });
    return port1;
  });
  const puter = createIsolatedPuter({ openPort });
  const provider = new PuterProvider({ fetch: outside, token: TOKEN, loadClient: async () => puter });
  return { puter, provider, asked, pages, openPort, outside };
}

describe('puter.js in a page of its own', () => {
  test('makes the picture there, and the page goes when it is done', async () => {
    const { provider, asked, pages, outside } = overPages();
    expect(await provider.generate('a cat', PLAIN)).toMatchObject({ success: true, image: PICTURE });
    expect(asked).toHaveLength(1);
    expect(outside).not.toHaveBeenCalled();
    await pages[0]?.ended;
  });

  test('is given one request with its token, and a page of its own for each', async () => {
    const { provider, pages } = overPages();
    for (const prompt of ['a cat', 'a dog']) await provider.generate(prompt, PLAIN);
    expect(pages).toHaveLength(2);
    for (const { ended } of pages) await ended;
    expect(pages.map(({ heard }) => heard)).toEqual([
      [{ token: TOKEN, picture: expect.objectContaining({ prompt: 'a cat' }) }, 'end'],
      [{ token: TOKEN, picture: expect.objectContaining({ prompt: 'a dog' }) }, 'end'],
    ]);
  });

  test('asks under the second id in a new page', async () => {
    const gone = () => json({ code: 'bad_request', message: 'Model not found: x' }, 400);
    const { provider, pages, asked } = overPages((_, count) => (count === 1 ? gone() : picture()));
    expect((await provider.generate('a cat', PLAIN)).success).toBe(true);
    expect([pages.length, asked.length]).toEqual([2, 2]);
  });

  test('says why there is no picture, as it does in the same realm', async () => {
    const { provider } = overPages(() => json({ code: 'insufficient_funds', message: `No, ${TOKEN}` }, 402));
    const { error } = await provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({ code: 'PAYMENT_REQUIRED', status: 402, shouldFallback: true });
    expect(JSON.stringify(error)).not.toContain(TOKEN);
  });

  test('keeps the meaning of a refusal: refused content is sent to no other service', async () => {
    const refusal = () => json({ code: 'moderation_flagged', message: 'No' }, 400);
    const here = await puterOver(refusal).provider.generate('a cat', PLAIN);
    const there = await overPages(refusal).provider.generate('a cat', PLAIN);
    expect(there).toEqual(here);
    expect(there.error?.shouldFallback).toBe(false);
  });

  test.each<[string, Reply]>([
    ['the fault', () => json({ success: true })],
    ['the reason', () => json({ code: 'bad_request', message: 'CUDA out of memory' }, 400)],
  ])('keeps %s, which tells the page what to say', async (_, reply) => {
    const here = await puterOver(reply).provider.generate('a cat', PLAIN);
    const there = await overPages(reply).provider.generate('a cat', PLAIN);
    expect(here.error?.fault ?? here.error?.reason).toBeDefined();
    expect(there).toEqual(here);
  });

  test('is told when the user cancels: the request is broken off', async () => {
    const user = new AbortController();
    const { provider, asked, pages } = overPages((call) => {
      queueMicrotask(() => user.abort());
      return never(call);
    });
    const { error } = await provider.generate('a cat', { ...PLAIN, signal: user.signal });
    expect(error?.code).toBe('CANCELLED');
    await pages[0]?.ended;
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });
});

describe('a page that was got ready', () => {
  test('asks nothing by itself, and is the one that is used', async () => {
    const { puter, provider, asked, openPort } = overPages();
    puter.warm();
    puter.warm();
    await vi.waitFor(() => expect(openPort).toHaveBeenCalledOnce());
    expect(asked).toEqual([]);
    await provider.generate('a cat', PLAIN);
    expect(openPort).toHaveBeenCalledOnce();
  });

  test('and was closed meanwhile is replaced by another', async () => {
    const { puter, provider, pages, asked } = overPages();
    puter.warm();
    await vi.waitFor(() => expect(pages).toHaveLength(1));
    pages[0]?.inside.close();
    await pages[0]?.ended;
    expect((await provider.generate('a cat', PLAIN)).success).toBe(true);
    expect([pages.length, asked.length]).toEqual([2, 1]);
  });
});

describe('a page that', () => {
  test('dies during a request: a broken connection, and nothing is sent again', async () => {
    const { provider, pages, asked } = overPages((call) => {
      pages[0]?.inside.close();
      return never(call);
    });
    const { error } = await provider.generate('a cat', PLAIN);
    expect(error).toEqual({
      code: 'NETWORK_ERROR',
      message: 'The connection to Puter failed',
      shouldFallback: true,
    });
    expect([pages.length, asked.length]).toEqual([1, 1]);
    await pages[0]?.ended;
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  test.each([
    ['nothing', undefined],
    ['a picture without a source', { ok: true }],
    ['a made-up code', { ok: false, error: { code: 'PAY_AGAIN' } }],
    [
      'a failure that names a picture elsewhere',
      { ok: false, error: { code: 'UNKNOWN', pictureUrl: 'https://x.example' } },
    ],
  ])('answers %s is not believed', async (_, answer) => {
    const openPort = async () => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      port2.addEventListener('message', ({ data }) => data !== 'end' && port2.postMessage(answer));
      port2.start();
      port2.postMessage('ready');
      return port1;
    };
    const puter = createIsolatedPuter({ openPort });
    const provider = new PuterProvider({ fetch, token: TOKEN, loadClient: async () => puter });
    const { success, error } = await provider.generate('a cat', PLAIN);
    expect([success, error?.code, error?.pictureUrl]).toEqual([false, 'UNKNOWN', undefined]);
  });

  test('cannot be opened is said, and nothing is sent', async () => {
    const puter = createIsolatedPuter({ openPort: () => Promise.reject(new Error('No document')) });
    puter.warm();
    const provider = new PuterProvider({ fetch, token: TOKEN, loadClient: async () => puter });
    const { error } = await provider.generate('a cat', PLAIN);
    expect(error).toMatchObject({ code: 'UNKNOWN', fault: 'client-not-started' });
    expect(error).not.toHaveProperty('detail');
  });
});
