/** The longest time a timer can wait: with a longer one it would not wait at all. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Deadline {
  /** Aborts when the caller cancels (`AbortError`) or the time is up (`TimeoutError`). */
  signal: AbortSignal;
  /** What ended it early, if anything did: the first of the two counts. */
  ended(): 'CANCELLED' | 'TIMEOUT' | undefined;
  /** Ends the timer and lets go of the caller's signal. */
  stop(): void;
}

/** Starts a time-out of real milliseconds for everything one attempt does. It obeys the caller's signal, too. */
export function startDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  let ended: 'CANCELLED' | 'TIMEOUT' | undefined;
  const end = (how: 'CANCELLED' | 'TIMEOUT') => {
    ended ??= how;
    controller.abort(new DOMException(how, how === 'TIMEOUT' ? 'TimeoutError' : 'AbortError'));
  };
  const cancelled = () => end('CANCELLED');
  const timer = setTimeout(() => end('TIMEOUT'), Math.min(timeoutMs, LONGEST_TIMER_MS));
  if (caller?.aborted) cancelled();
  caller?.addEventListener('abort', cancelled, { once: true });
  return {
    signal: controller.signal,
    ended: () => ended,
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancelled);
    },
  };
}

/** The first of these that is a time at all, in milliseconds; settings and callers can hold nonsense. */
export function usableTimeout(...candidates: (number | undefined)[]): number | undefined {
  return candidates.find((ms) => ms !== undefined && Number.isFinite(ms) && ms > 0);
}
