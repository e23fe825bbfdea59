import type { KeyValueStore } from '../../hub/types.ts';

/** A store for the time that this object lives. */
export function memoryStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    del: async (key) => void values.delete(key),
    entries: async () => [...values],
  };
}

export interface ForgivingStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
}

/** A store on a busy disk may need a moment; one that needs longer would use up the attempt's time for nothing. */
const PATIENCE_MS = 2_000;

/**
 * A store that throws is an empty store: what it remembers only saves requests. So is one that does not answer in time;
 * it is not asked again, so that it costs an attempt this time once.
 */
export function forgiving(store: KeyValueStore, patienceMs = PATIENCE_MS): ForgivingStore {
  let silent = false;

  async function orNothing<Value>(access: () => Promise<Value>): Promise<Value | undefined> {
    if (silent) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const impatience = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        silent = true;
        resolve(undefined);
      }, patienceMs);
    });
    try {
      return await Promise.race([access(), impatience]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: (key) => orNothing(() => store.get(key)),
    set: (key, value) => orNothing(() => store.set(key, value)),
    del: (key) => orNothing(() => store.del(key)),
  };
}
