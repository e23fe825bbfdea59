import { abortError } from '../../web/wait.ts';

/** Runs tasks, at most `limit()` at once, the others in the order in which they came. */
export type Slots = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** The hub's one gate to the network. A task whose signal aborts while it waits never starts. */
export function createSlots(limit: () => number): Slots {
  let taken = 0;
  const waiting: (() => void)[] = [];

  const isFree = () => taken < Math.max(1, limit() || 1);

  function admit(): void {
    while (waiting.length > 0 && isFree()) {
      taken += 1;
      waiting.shift()?.();
    }
  }

  function enter(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(abortError());
      };
      if (signal.aborted) return reject(abortError());
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(start);
      admit();
    });
  }

  return async (task, signal) => {
    await enter(signal);
    try {
      return await task();
    } finally {
      taken -= 1;
      // Who asked hears the answer first: it may be that nobody else needs to be asked.
      if (waiting.length > 0) setTimeout(admit);
    }
  };
}
