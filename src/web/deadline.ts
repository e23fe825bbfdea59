/** The longest time a timer can wait, in milliseconds; a longer one would fire at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Whether a signal's reason says that a deadline ended it. */
export function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

export interface Deadline {
  /** Aborts when the caller cancels (`AbortError`) or the time is up (`TimeoutError`). */
  signal: AbortSignal;
  /** Whether the caller or the time limit aborted the signal first; undefined while neither has. */
  ended(): 'CANCELLED' | 'TIMEOUT' | undefined;
  /** Stops the timer and removes the listener from the caller's signal. */
  stop(): void;
}

/** Starts a time limit for a whole attempt, in milliseconds. The caller's signal aborts the attempt, too. */
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

/** The first of these that is a positive number of milliseconds; settings and callers may hold other values. */
export function usableTimeout(...candidates: (number | undefined)[]): number | undefined {
  return candidates.find((ms) => ms !== undefined && Number.isFinite(ms) && ms > 0);
}
