import { expect, test } from 'vitest';
import { watchPresses } from '../../../../src/ui/stage/last-press.ts';
import { createPressGuard, SETTLES_MS } from '../../../../src/ui/stage/press-guard.ts';

/** A press that a page hears of only now. */
function pressedAt(timeStamp: number, name = 'click'): Event {
  return Object.defineProperty(new Event(name), 'timeStamp', { value: timeStamp });
}

test('the two presses of a double click are one, however late and far apart the page hears of them', () => {
  const page = new EventTarget();
  const guard = createPressGuard(watchPresses(page));
  page.dispatchEvent(pressedAt(1000));
  expect(guard.take()).toBe(true);
  page.dispatchEvent(pressedAt(1000 + SETTLES_MS - 1));
  expect(guard.take()).toBe(false);
  page.dispatchEvent(pressedAt(1000 + SETTLES_MS));
  expect(guard.take()).toBe(true);
});

test('two presses that were meant count, though the page hears of both at once', () => {
  const page = new EventTarget();
  const guard = createPressGuard(watchPresses(page));
  page.dispatchEvent(pressedAt(1000, 'keydown'));
  expect(guard.take()).toBe(true);
  page.dispatchEvent(pressedAt(3000, 'keydown'));
  expect(guard.take()).toBe(true);
});
