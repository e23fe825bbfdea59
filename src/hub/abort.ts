/** What every call rejects with when its signal aborts, whatever the signal's own reason was. */
export function abortError(): DOMException {
  return new DOMException('The lookup was aborted.', 'AbortError');
}

/** Throws when the signal has aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError();
}

/** The promise's outcome, or an AbortError as soon as the signal aborts. Nothing stays attached to the signal. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(abortError());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
