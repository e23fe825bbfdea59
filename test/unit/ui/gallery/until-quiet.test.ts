import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilQuiet } from '../../../../src/ui/gallery/until-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const page = new EventTarget();
  const controller = new AbortController();
  const quiet = vi.fn();
  void untilQuiet(1_000, controller.signal, page).then(quiet);
  return { page, controller, quiet };
}

test('is quiet when nobody has done anything for that long', async () => {
  const { page, quiet } = setUp();
  await vi.advanceTimersByTimeAsync(900);
  page.dispatchEvent(new Event('keydown'));
  await vi.advanceTimersByTimeAsync(900);
  expect(quiet).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(quiet).toHaveBeenCalledOnce();
});

test('ends with its signal', async () => {
  const { controller, quiet } = setUp();
  controller.abort();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([quiet.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
});
