import { browser } from 'wxt/browser';
import { LONGEST_TIMER_MS } from '../web/deadline.ts';
import { hear } from './first-turn/first-turn.ts';

/** The shortest delay of a browser alarm, in milliseconds. For a shorter one a timer is used as well, which works while the worker lives. */
const SHORTEST_ALARM_MS = 30_000;

/**
 * Calls a listener at a later time, in this worker or in one that the browser starts for it. Setting it again replaces the
 * earlier time. Call `listen` in the worker's first turn, so that the event that woke it is not missed.
 */
export function createAlarm(name: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ring: () => void = () => undefined;

  return {
    listen(listener: () => void): void {
      ring = listener;
      hear(browser.alarms.onAlarm, (alarm) => {
        if (alarm.name === name) listener();
      });
      // Alarms may be gone when the browser starts. This wakes the worker, which sets them again from what it finds.
      hear(browser.runtime.onStartup, listener);
    },
    /** Sets the time to `delayMs` milliseconds from now; undefined clears it. */
    set(delayMs: number | undefined): void {
      clearTimeout(timer);
      if (delayMs === undefined) {
        void browser.alarms.clear(name).catch(() => undefined);
        return;
      }
      timer = setTimeout(() => ring(), Math.min(delayMs, LONGEST_TIMER_MS));
      // A delay and not a time, so that a wrong clock does not matter.
      const delayInMinutes = Math.max(delayMs, SHORTEST_ALARM_MS) / 60_000;
      void Promise.resolve(browser.alarms.create(name, { delayInMinutes })).catch(() => undefined);
    },
  };
}
