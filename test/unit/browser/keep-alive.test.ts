import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createKeepAlive } from '../../../src/browser/index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keepAlive(touch = vi.fn(async () => undefined as unknown)) {
  return { touch, hold: createKeepAlive(touch) };
}

test('touches every 20 s while held, and not a moment longer', async () => {
  const { touch, hold } = keepAlive();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(touch).not.toHaveBeenCalled();
  const release = hold();
  await vi.advanceTimersByTimeAsync(19_999);
  expect(touch).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(40_001);
  expect(touch).toHaveBeenCalledTimes(3);
  release();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(touch).toHaveBeenCalledTimes(3);
  expect(vi.getTimerCount()).toBe(0);
});

test('counts its holds: one clock for all, until the last lets go', async () => {
  const { touch, hold } = keepAlive();
  const [first, second] = [hold(), hold()];
  expect(vi.getTimerCount()).toBe(1);
  first();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(touch).toHaveBeenCalledTimes(1);
  second();
  expect(vi.getTimerCount()).toBe(0);
});

test('letting go twice counts once', async () => {
  const { hold } = keepAlive();
  const [first, second] = [hold(), hold()];
  first();
  first();
  expect(vi.getTimerCount()).toBe(1);
  second();
  expect(vi.getTimerCount()).toBe(0);
});

test('can be held again after the last release', async () => {
  const { touch, hold } = keepAlive();
  hold()();
  const release = hold();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(touch).toHaveBeenCalledTimes(1);
  release();
});

test('a touch that fails does not stop the next', async () => {
  const { touch, hold } = keepAlive(vi.fn(() => Promise.reject(new Error('No'))));
  const release = hold();
  await vi.advanceTimersByTimeAsync(40_000);
  expect(touch).toHaveBeenCalledTimes(2);
  release();
});
