import type { KeyValueStore } from '../types.ts';
import { parseRecord } from './cache-record.ts';

export interface WriteOrder {
  /** Records that a key was written, and returns the keys of the oldest records beyond `limit`. */
  written(key: string, checkedAt: number, limit: number): Promise<string[]>;
  removed(key: string): Promise<void>;
  cleared(): Promise<void>;
}

/** The order in which records were checked, read from the store once. Stored values that are not records are deleted while it is read. */
export function createWriteOrder(store: KeyValueStore): WriteOrder {
  let loaded: Promise<Map<string, number>> | undefined;

  async function load(): Promise<Map<string, number>> {
    const known: [string, number][] = [];
    for (const [key, value] of await store.entries()) {
      const record = parseRecord(value);
      if (record) known.push([key, record.checkedAt]);
      else await store.del(key);
    }
    return new Map(known.sort(([, one], [, other]) => one - other));
  }

  function oldestFirst(): Promise<Map<string, number>> {
    loaded ??= load();
    return loaded;
  }

  return {
    async written(key, checkedAt, limit) {
      const ages = await oldestFirst();
      if (ages.get(key) !== checkedAt) ages.delete(key);
      ages.set(key, checkedAt);
      const surplus = [...ages.keys()].slice(0, Math.max(0, ages.size - limit));
      for (const oldest of surplus) ages.delete(oldest);
      return surplus;
    },
    async removed(key) {
      if (loaded) (await loaded).delete(key);
    },
    async cleared() {
      loaded = Promise.resolve(new Map());
    },
  };
}
