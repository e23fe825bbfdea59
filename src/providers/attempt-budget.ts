/** setTimeout takes no more: a larger number would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface AttemptBudget {
  /** Aborts when the user cancels or the time is up. */
  signal: AbortSignal;
  /** What ended the attempt early, if anything did. */
  ended(): 'CANCELLED' | 'TIMEOUT' | undefined;
  /** Clears the timer. */
  stop(): void;
}

/** The first of these that is a time at all, in milliseconds; settings and callers can hold nonsense. */
export function usableTimeout(...candidates: (number | undefined)[]): number | undefined {
  return candidates.find((ms) => ms !== undefined && Number.isFinite(ms) && ms > 0);
}

/** The time that one attempt has for everything: lookup, requests, polls and the picture's download. */
export function startBudget(timeoutMs: number, cancel: AbortSignal | undefined): AttemptBudget {
  const controller = new AbortController();
  let ended: 'CANCELLED' | 'TIMEOUT' | undefined;
  const end = (how: 'CANCELLED' | 'TIMEOUT') => {
    ended ??= how;
    controller.abort(new DOMException(how, how === 'TIMEOUT' ? 'TimeoutError' : 'AbortError'));
  };
  const cancelled = () => end('CANCELLED');
  const timer = setTimeout(() => end('TIMEOUT'), Math.min(timeoutMs, MAX_TIMER_MS));
  if (cancel?.aborted) cancelled();
  cancel?.addEventListener('abort', cancelled, { once: true });
  return {
    signal: controller.signal,
    ended: () => ended,
    stop() {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', cancelled);
    },
  };
}
