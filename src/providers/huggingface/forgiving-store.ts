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

/** A store that throws is an empty store: what it remembers only saves requests. */
export function forgiving(store: KeyValueStore): ForgivingStore {
  return {
    get: (key) => orNothing(() => store.get(key)),
    set: (key, value) => orNothing(() => store.set(key, value)),
    del: (key) => orNothing(() => store.del(key)),
  };
}

async function orNothing<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
