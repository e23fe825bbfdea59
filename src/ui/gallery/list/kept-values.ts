interface Entry<Value> {
  value: Value;
  users: number;
}

/** Values by id: those in use, and some that were in use before. */
export interface KeptValues<Value> {
  find(id: string): Value | undefined;
  /**
   * The value of an id, made where there is none. It is kept as long as values that are no longer used;
   * `take` keeps it longer.
   */
  of(id: string, make: () => Value): Value;
  take(id: string, make: () => Value): Value;
  letGo(id: string): void;
  all(): Value[];
  /** Drops the values that nobody uses, and returns the ids of the others. */
  onlyUsed(): string[];
}

/**
 * @param spare How many values are kept after they are no longer used, for scrolling back; the value that was
 * let go first is dropped first.
 * @param dropped Called with each value that is no longer kept.
 */
export function createKeptValues<Value>(
  spare: number,
  dropped: (value: Value) => void = () => undefined,
): KeptValues<Value> {
  /** Entries without users are in the order in which they were let go. */
  const entries = new Map<string, Entry<Value>>();

  function entryOf(id: string, make: () => Value): Entry<Value> {
    const entry = entries.get(id) ?? { value: make(), users: 0 };
    entries.set(id, entry);
    return entry;
  }

  function keepUnused(count: number): void {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [id, { value }] of unused.slice(0, Math.max(0, unused.length - count))) {
      entries.delete(id);
      dropped(value);
    }
  }

  return {
    find: (id) => entries.get(id)?.value,
    of: (id, make) => entryOf(id, make).value,
    take(id, make) {
      const entry = entryOf(id, make);
      entry.users += 1;
      return entry.value;
    },
    letGo(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.users -= 1;
      entries.delete(id);
      entries.set(id, entry);
      keepUnused(spare);
    },
    all: () => [...entries.values()].map(({ value }) => value),
    onlyUsed() {
      keepUnused(0);
      return [...entries.keys()];
    },
  };
}
