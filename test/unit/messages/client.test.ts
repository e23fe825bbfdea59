import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../../../src/messages/index.ts';

const INTERNAL = { ok: false, problem: { code: 'INTERNAL' } };
const never = () => new Promise<unknown>(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('sends name and payload, and hands on the reply', async () => {
  const sent: unknown[] = [];
  const ask = createClient(async (message) => {
    sent.push(message);
    return { ok: true, value: { jobId: 'a' } };
  });
  const payload = { request: { prompt: 'a fox', style: 'none' }, origin: 'popup' } as const;
  expect(await ask('generate', payload)).toEqual({ ok: true, value: { jobId: 'a' } });
  expect(sent).toEqual([{ name: 'generate', payload }]);
  expect(vi.getTimerCount()).toBe(0);
});

test('hands on a refusal as it is', async () => {
  const refusal = { ok: false, problem: { code: 'TOKEN_EMPTY' } };
  expect(await createClient(async () => refusal)('hello', {})).toEqual(refusal);
});

test.each([
  ['rejects', () => Promise.reject(new Error('Could not establish connection'))],
  [
    'throws',
    () => {
      throw new Error('Extension context invalidated');
    },
  ],
  ['says nothing', async () => undefined],
  ['says something else', async () => 'hello'],
  ['says something without ok', async () => ({ value: 1 })],
])('a background that %s is INTERNAL, never an exception', async (_, send) => {
  expect(await createClient(send)('hello', {})).toEqual(INTERNAL);
  expect(vi.getTimerCount()).toBe(0);
});

async function patience(name: 'hello' | 'connectPuter' | 'checkModel', ms: number) {
  let reply: unknown;
  const payload = name === 'checkModel' ? { model: '' } : {};
  void createClient(never)(name, payload as { model: string }).then((value) => {
    reply = value;
  });
  await vi.advanceTimersByTimeAsync(ms);
  return reply;
}

test('silence is INTERNAL after a minute', async () => {
  expect(await patience('hello', 59_999)).toBeUndefined();
  expect(await patience('hello', 60_000)).toEqual(INTERNAL);
});

test('a person who signs in, and hubs that are slow, get longer', async () => {
  expect(await patience('connectPuter', 29 * 60_000)).toBeUndefined();
  expect(await patience('connectPuter', 30 * 60_000)).toEqual(INTERNAL);
  expect(await patience('checkModel', 4 * 60_000)).toBeUndefined();
  expect(await patience('checkModel', 5 * 60_000)).toEqual(INTERNAL);
});

test('a page may set its own limit', async () => {
  const reply = createClient(never, { timeoutMs: 5 })('connectPuter', {});
  await vi.advanceTimersByTimeAsync(5);
  expect(await reply).toEqual(INTERNAL);
});
