const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface Deadline {
  /** Aborts when the deadline passes. */
  signal: AbortSignal;
  /** Resolves when it passes, with the reason; never rejects. */
  passed: Promise<'TIMEOUT' | 'CANCELLED'>;
  /** Lets go of timer and listener. */
  end(): void;
}

/** Passes after `timeoutMs`, or as soon as `cancel` aborts. */
export function startDeadline(timeoutMs: number, cancel: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { promise: passed, resolve } = Promise.withResolvers<'TIMEOUT' | 'CANCELLED'>();
  const pass = (reason: 'TIMEOUT' | 'CANCELLED') => {
    resolve(reason);
    controller.abort(new DOMException(reason, 'AbortError'));
  };
  const onCancel = () => pass('CANCELLED');
  const timer = setTimeout(() => pass('TIMEOUT'), Math.min(timeoutMs, LONGEST_TIMER_MS));
  cancel?.addEventListener('abort', onCancel, { once: true });
  if (cancel?.aborted) onCancel();
  return {
    signal: controller.signal,
    passed,
    end() {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', onCancel);
    },
  };
}
