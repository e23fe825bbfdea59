export interface Deadline {
  /** Aborts when the time is up, and when the caller's signal does. */
  signal: AbortSignal;
  /** Whether it was the time. */
  isOver(): boolean;
  /** Ends the timer and lets go of the caller's signal. */
  clear(): void;
}

/** The longest time a timer can wait: with a longer one it would not wait at all. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts a time-out of real milliseconds that also obeys the caller's signal. */
export function startDeadline(timeoutMs: number, caller: AbortSignal): Deadline {
  const controller = new AbortController();
  let over = false;
  const stop = () => controller.abort();
  const timer = setTimeout(
    () => {
      over = true;
      stop();
    },
    Math.min(timeoutMs, LONGEST_TIMER_MS),
  );
  caller.addEventListener('abort', stop, { once: true });
  if (caller.aborted) stop();
  return {
    signal: controller.signal,
    isOver: () => over,
    clear: () => {
      clearTimeout(timer);
      caller.removeEventListener('abort', stop);
    },
  };
}
