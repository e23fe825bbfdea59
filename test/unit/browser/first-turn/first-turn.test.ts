import { afterEach, expect, test, vi } from 'vitest';
import { hear, listenInFirstTurn } from '../../../../src/browser/index.ts';

/** An event of a browser, which tells those who listened before it began, and those alone. */
function fakeEvent() {
  const listeners: ((...told: unknown[]) => unknown)[] = [];
  return {
    addListener: (listener: (...told: never[]) => unknown) => void listeners.push(listener as never),
    happens: (...told: unknown[]) => [...listeners].map((listener) => listener(...told)),
    count: () => listeners.length,
  };
}

const shared = globalThis as { understudyListeners?: unknown };
afterEach(() => {
  delete shared.understudyListeners;
});

test('what is loaded for an event is told of it in the same turn, and of each later one once', () => {
  const [message, alarm] = [fakeEvent(), fakeEvent()];
  const heard: unknown[] = [];
  let isLoaded = false;
  listenInFirstTurn([message, alarm], () => {
    if (isLoaded) return;
    isLoaded = true;
    hear(message, (what: string) => {
      heard.push(what);
      return true;
    });
    hear(alarm, (what: string) => void heard.push(what));
  });
  expect(message.happens('first')).toEqual([true]);
  expect(heard).toEqual(['first']);
  // Nobody of them keeps an answer open.
  expect(alarm.happens('second')).toEqual([undefined]);
  message.happens('third');
  expect(heard).toEqual(['first', 'second', 'third']);
  expect([message.count(), alarm.count()]).toEqual([1, 1]);
});

test('an event that is answered at once loads nothing, until it is told again', () => {
  const event = fakeEvent();
  const load = vi.fn();
  const again: (() => unknown)[] = [];
  listenInFirstTurn([event], load, (_event, told, tell) => {
    again.push(tell);
    return told[0] === 'easy';
  });
  expect(event.happens('easy')).toEqual([true]);
  expect(load).not.toHaveBeenCalled();
  event.happens('hard');
  expect(load).toHaveBeenCalledTimes(1);
  const listener = vi.fn(() => true);
  hear(event, listener);
  expect(again[0]?.()).toBe(true);
  expect(listener).toHaveBeenCalledWith('easy');
});

test('a listener that throws keeps the others from nothing, and is reported', () => {
  const event = fakeEvent();
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  listenInFirstTurn([event], () => undefined);
  const other = vi.fn();
  hear(event, () => {
    throw new Error('broken');
  });
  hear(event, other);
  event.happens();
  expect(other).toHaveBeenCalledTimes(1);
  expect(reportError).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});

test('an event that nobody listened to in the first turn is listened to itself', () => {
  const [known, later] = [fakeEvent(), fakeEvent()];
  hear(later, () => undefined);
  listenInFirstTurn([known], () => undefined);
  hear(later, () => undefined);
  hear(undefined, () => undefined);
  expect(later.count()).toBe(2);
});
