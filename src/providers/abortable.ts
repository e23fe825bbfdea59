/** The promise, or a rejection with the signal's reason as soon as it aborts, whether or not the work listens to it. */
export function abortable<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export type Delay = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits; rejects with the signal's reason when it aborts first. */
export async function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await abortable(waited, signal).finally(() => clearTimeout(timer));
}
