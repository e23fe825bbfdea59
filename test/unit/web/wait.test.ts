import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { abortable, delay } from '../../../src/web/wait.ts';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('abortable', () => {
  test.each([
    ['done', () => Promise.resolve(1)],
    ['failed', () => Promise.reject(new Error('no'))],
  ])('work that is %s leaves nothing on the signal, which many polls share', async (_, work) => {
    const { signal } = new AbortController();
    await Promise.allSettled([abortable(work(), signal), abortable(work(), signal)]);
    await Promise.resolve();
    expect(listeners(signal)).toBe(0);
  });
});

describe('delay', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('takes its time', async () => {
    let over = false;
    const waited = delay(500, new AbortController().signal).then(() => {
      over = true;
    });
    await vi.advanceTimersByTimeAsync(499);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await waited;
  });

  test('one that was aborted leaves no timer behind', async () => {
    const controller = new AbortController();
    const waited = delay(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(waited).rejects.toThrow('enough');
    expect(vi.getTimerCount()).toBe(0);
  });
});
