import { forgiving } from '../../storage/key-value-store.ts';
import type { KeyValueStore, RepositoryRef, SourceType } from '../types.ts';
import { type CacheRecord, parseRecord } from './cache-record.ts';
import { createWriteOrder } from './write-order.ts';

/** One lookup's access to one record. When the record is evicted during the lookup, the lookup no longer writes it. */
export interface Lease {
  read(): Promise<CacheRecord | undefined>;
  /** The record under the repository's other key (exact or lower case). Undefined when both keys are the same. */
  readTwin(): Promise<CacheRecord | undefined>;
  write(record: CacheRecord): Promise<void>;
  remove(): Promise<void>;
  /** Whether the record was evicted since the lease was opened. */
  isRevoked(): boolean;
  close(): void;
}

export interface LocationCache {
  /** `types`: the types of the hubs that are asked. */
  open(ref: RepositoryRef, types: readonly SourceType[]): Lease;
  evict(ref: RepositoryRef): Promise<void>;
  clear(): Promise<void>;
  count(): Promise<number>;
}

/** Remembers which source hosts a repository (contract, "Cache"). A store that throws is an empty store. */
export function createLocationCache(store: KeyValueStore, maxRecords: () => number): LocationCache {
  const records = forgiving(store);
  const order = createWriteOrder(records);
  const reads = new Map<string, Promise<CacheRecord | undefined>>();
  const leases = new Set<{ key: string; isRevoked: boolean }>();

  function read(key: string): Promise<CacheRecord | undefined> {
    const shared = reads.get(key) ?? load(key).finally(() => reads.delete(key));
    reads.set(key, shared);
    return shared;
  }

  async function load(key: string): Promise<CacheRecord | undefined> {
    const value = await records.get(key);
    if (value === undefined) return undefined;
    const record = parseRecord(value);
    if (record && keysOf(record).includes(key)) return record;
    await records.del(key);
    return undefined;
  }

  async function write(key: string, record: CacheRecord): Promise<void> {
    await records.set(key, record);
    for (const oldest of await order.written(key, record.checkedAt, maxRecords())) await records.del(oldest);
  }

  async function remove(key: string): Promise<void> {
    reads.delete(key);
    await records.del(key);
    await order.removed(key);
  }

  function revoke(isMeant: (key: string) => boolean): void {
    for (const lease of leases) lease.isRevoked ||= isMeant(lease.key);
  }

  return {
    open(ref, types) {
      const isExact = types.every((type) => type === 'kohakuhub');
      const key = keyOf(ref, isExact);
      const twinKey = types.includes('kohakuhub') ? keyOf(ref, !isExact) : key;
      const lease = { key, isRevoked: false };
      leases.add(lease);
      return {
        read: () => read(key),
        readTwin: async () => (twinKey === key ? undefined : read(twinKey)),
        write: async (record) => {
          if (!lease.isRevoked) await write(key, record);
        },
        remove: () => remove(key),
        isRevoked: () => lease.isRevoked,
        close: () => leases.delete(lease),
      };
    },

    async evict(ref) {
      const keys = keysOf(ref);
      revoke((key) => keys.includes(key));
      for (const key of keys) await remove(key);
    },

    async clear() {
      revoke(() => true);
      reads.clear();
      for (const [key] of await records.entries()) await records.del(key);
      await order.cleared();
    },

    async count() {
      return (await records.entries()).filter(([, value]) => parseRecord(value)).length;
    },
  };
}

/**
 * Hugging Face ids compare without case, so the key is in lower case as soon as a Hugging Face source is asked. KohakuHub
 * ids are exact: their verdicts carry the exact id within the record (`recordKeyOfVerdict`).
 */
function keyOf({ type, id }: RepositoryRef, isExact: boolean): string {
  return `${type}:${isExact ? id : id.toLowerCase()}`;
}

/** The keys under which a repository may be remembered. */
function keysOf(ref: RepositoryRef): string[] {
  return [...new Set([keyOf(ref, true), keyOf(ref, false)])];
}
