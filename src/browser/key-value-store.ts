import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { KeyValueStore } from '../storage/key-value-store.ts';

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
