import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';

interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  entries(): Promise<[string, unknown][]>;
}

/** A key-value store in IndexedDB; each has a database of its own, as idb-keyval wants it. Opened at first use. */
export function openKeyValueStore(databaseName: string): KeyValueStore {
  let opened: UseStore | undefined;
  const store = () => {
    opened ??= createStore(databaseName, 'entries');
    return opened;
  };
  return {
    get: (key) => get(key, store()),
    set: (key, value) => set(key, value, store()),
    del: (key) => del(key, store()),
    entries: () => entries(store()),
  };
}
