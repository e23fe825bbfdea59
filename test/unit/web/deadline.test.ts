import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDeadline, usableTimeout } from '../../../src/web/deadline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first end counts: a cancel whose requests are still winding up is no time-out', async () => {
  const user = new AbortController();
  const { signal, ended } = startDeadline(1_000, user.signal);
  expect(ended()).toBeUndefined();
  user.abort();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([ended(), signal.reason.name]).toEqual(['CANCELLED', 'AbortError']);

  const late = startDeadline(1_000, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([late.ended(), late.signal.reason.name]).toEqual(['TIMEOUT', 'TimeoutError']);
});

test('a signal that is already aborted gives no time', () => {
  const { signal, ended } = startDeadline(1_000, AbortSignal.abort());
  expect([ended(), signal.aborted]).toEqual(['CANCELLED', true]);
});

test('a stopped one leaves neither timer nor listener, and ends nothing any more', async () => {
  const user = new AbortController();
  const { signal, ended, stop } = startDeadline(1_000, user.signal);
  stop();
  expect([vi.getTimerCount(), getEventListeners(user.signal, 'abort').length]).toEqual([0, 0]);
  user.abort();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([ended(), signal.aborted]).toEqual([undefined, false]);
});

test('the first that is a time at all counts', () => {
  expect(usableTimeout(undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 30, 40)).toBe(30);
  expect(usableTimeout(undefined, 0)).toBeUndefined();
});
