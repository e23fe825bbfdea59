import type { KeyValueStore } from './types.ts';

/** A store that fails is an empty store: a lookup never fails for want of memory. */
export function forgiving(store: KeyValueStore): KeyValueStore {
  return {
    get: (key) => attempt(() => store.get(key), undefined),
    set: (key, value) => attempt(() => store.set(key, value), undefined),
    del: (key) => attempt(() => store.del(key), undefined),
    entries: () => attempt(() => store.entries(), []),
  };
}

async function attempt<T>(access: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await access();
  } catch {
    return otherwise;
  }
}
