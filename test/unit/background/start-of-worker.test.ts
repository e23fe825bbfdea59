import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startOfWorker } from '../../../src/background/start-of-worker.ts';
import { hear } from '../../../src/browser/index.ts';
import { sampleJob } from '../jobs/sample-job.ts';

type OnMessage = (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown;

const page = { id: fakeBrowser.runtime.id, url: 'https://extension/popup.html' };
const noEvent = { addListener: () => undefined };

let tell: OnMessage;
beforeEach(() => {
  fakeBrowser.reset();
  tell = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    tell = listener as OnMessage;
  });
  // Node knows no origin of an extension's address.
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockReturnValue('https://extension/');
  // The fake browser has nothing in their place.
  vi.spyOn(fakeBrowser.runtime.onConnect, 'addListener').mockReturnValue(undefined);
  for (const name of ['contextMenus', 'commands', 'permissions', 'omnibox'] as const)
    vi.spyOn(fakeBrowser, name, 'get').mockReturnValue({ onAdded: noEvent, onRemoved: noEvent } as never);
  vi.stubGlobal('self', new EventTarget());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  delete (globalThis as { understudyListeners?: unknown }).understudyListeners;
});

/** The rest as it is in these tests: it answers with what it was asked. */
const answering = () =>
  vi.fn(() =>
    hear(fakeBrowser.runtime.onMessage, ((message, _sender, reply) => {
      reply(message);
      return true;
    }) as OnMessage as never),
  );

const ask = (message: unknown, sender: unknown = page) =>
  new Promise<unknown>((resolve) => {
    if (tell(message, sender, resolve) !== true) resolve('not for us');
  });

const hello = { name: 'hello', payload: {} };

test('hello is answered before the rest is loaded, which is loaded then', async () => {
  const load = answering();
  startOfWorker(load);
  expect(await ask(hello)).toEqual({ ok: true, value: null });
  expect(load).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  // From here on the rest answers.
  expect(await ask(hello)).toEqual(hello);
  expect(load).toHaveBeenCalledTimes(1);
});

test.each(['local', 'session'] as const)(
  'with a job to recover in storage.%s the rest answers',
  async (area) => {
    await fakeBrowser.storage[area].set({ 'job:one': sampleJob({ status: 'running' }) });
    const load = answering();
    startOfWorker(load);
    expect(await ask(hello)).toEqual(hello);
    expect(load).toHaveBeenCalledTimes(1);
  },
);

test('where storage cannot be read the rest answers', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
  startOfWorker(answering());
  expect(await ask(hello)).toEqual(hello);
});

test('ended jobs keep nobody waiting', async () => {
  await fakeBrowser.storage.local.set({ 'job:one': sampleJob({ status: 'succeeded' }), settings: {} });
  startOfWorker(answering());
  expect(await ask(hello)).toEqual({ ok: true, value: null });
});

test.each([
  ['another message', { name: 'readSettings', payload: {} }, page],
  ['a stranger’s hello', hello, { id: 'other', url: 'https://example.org/' }],
])('%s goes to the rest in the same turn', async (_, message, sender) => {
  const load = answering();
  startOfWorker(load);
  const answer = ask(message, sender);
  expect(load).toHaveBeenCalledTimes(1);
  expect(await answer).toEqual(message);
});

test('the rest is loaded while the extension is installed', () => {
  const load = vi.fn();
  startOfWorker(load);
  self.dispatchEvent(new Event('install'));
  expect(load).toHaveBeenCalledTimes(1);
});

test('a rest that could not be loaded is tried again at the next event', () => {
  const load = vi.fn().mockImplementationOnce(() => {
    throw new Error('no such file');
  });
  startOfWorker(load);
  expect(() => tell({ name: 'readSettings' }, page, () => undefined)).toThrow();
  tell({ name: 'readSettings' }, page, () => undefined);
  expect(load).toHaveBeenCalledTimes(2);
});
