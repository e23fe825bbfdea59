import { browser } from 'wxt/browser';

/** Browsers ring an alarm half a minute from now at the earliest; a timer rings before, while the worker lives. */
const SHORTEST_ALARM_MS = 30_000;
/** A timer cannot count further (2³¹ ms). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Something that is to be called later, in this worker or in one that the browser starts for it. Setting it anew replaces
 * what was set. `listen` is to be called in the worker's first turn, so that what woke it is not missed.
 */
export function createAlarm(name: string) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ring: () => void = () => undefined;

  return {
    listen(listener: () => void): void {
      ring = listener;
      browser.alarms.onAlarm.addListener((alarm) => {
        if (alarm.name === name) listener();
      });
      // Alarms may be gone when the browser starts. This wakes the worker, which sets them again from what it finds.
      browser.runtime.onStartup.addListener(listener);
    },
    /** `delayMs` milliseconds from now; undefined: not any more. */
    set(delayMs: number | undefined): void {
      clearTimeout(timer);
      if (delayMs === undefined) {
        void browser.alarms.clear(name).catch(() => undefined);
        return;
      }
      timer = setTimeout(() => ring(), Math.min(delayMs, LONGEST_TIMER_MS));
      // Counted from now by the browser, so that a clock that was wrong when it was told does not matter.
      const delayInMinutes = Math.max(delayMs, SHORTEST_ALARM_MS) / 60_000;
      void Promise.resolve(browser.alarms.create(name, { delayInMinutes })).catch(() => undefined);
    },
  };
}
