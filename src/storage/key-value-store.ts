/** Stores values by key. Values are plain data that can be structured-cloned. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  entries(): Promise<[key: string, value: unknown][]>;
}

/** Creates a store in memory. */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    del: async (key) => void values.delete(key),
    entries: async () => [...values],
  };
}

/** Milliseconds that a store may take: a busy disk needs a moment, but a cache is not worth a longer wait. */
const PATIENCE_MS = 2_000;

/**
 * Wraps a store that is only a cache, so that it never fails: when it throws, or does not answer within `patienceMs`, it counts
 * as empty. While an answer is overdue the store is not asked again, so that a disk that hangs costs this time only once. When
 * the answer arrives after all, the store is used again.
 */
export function forgiving(store: KeyValueStore, patienceMs = PATIENCE_MS): KeyValueStore {
  let overdue = 0;

  async function attempt<Value>(access: () => Promise<Value>, otherwise: Value): Promise<Value> {
    if (overdue > 0) return otherwise;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const answer = access();
      const impatience = new Promise<Value>((resolve) => {
        timer = setTimeout(() => {
          overdue += 1;
          const arrived = () => {
            overdue -= 1;
          };
          answer.then(arrived, arrived);
          resolve(otherwise);
        }, patienceMs);
      });
      return await Promise.race([answer, impatience]);
    } catch {
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get: (key) => attempt(() => store.get(key), undefined),
    set: (key, value) => attempt(() => store.set(key, value), undefined),
    del: (key) => attempt(() => store.del(key), undefined),
    entries: () => attempt(() => store.entries(), []),
  };
}
