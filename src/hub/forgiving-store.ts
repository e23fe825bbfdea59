import type { KeyValueStore } from './types.ts';

/** A store on a busy disk may need a moment; one that needs longer would keep lookups waiting for nothing. */
const PATIENCE_MS = 2_000;

/** A store that fails, or does not answer in time, is an empty store: a lookup never fails for want of memory. */
export function forgiving(store: KeyValueStore, patienceMs = PATIENCE_MS): KeyValueStore {
  return {
    get: (key) => attempt(() => store.get(key), undefined),
    set: (key, value) => attempt(() => store.set(key, value), undefined),
    del: (key) => attempt(() => store.del(key), undefined),
    entries: () => attempt(() => store.entries(), []),
  };

  async function attempt<T>(access: () => Promise<T>, otherwise: T): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const impatience = new Promise<T>((resolve) => {
      timer = setTimeout(resolve, patienceMs, otherwise);
    });
    try {
      return await Promise.race([access(), impatience]);
    } catch {
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }
}
