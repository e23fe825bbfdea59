import type { KeyValueStore } from './types.ts';

/** A store that lasts as long as the worker does. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    del: async (key) => void values.delete(key),
    entries: async () => [...values],
  };
}
