interface Entry<Value> {
  value: Value;
  users: number;
}

/** Values by id: those in use, some that were in use before, and those whose first user is not there yet. */
export interface KeptValues<Value> {
  find(id: string): Value | undefined;
  /**
   * The value of an id, made where there is none. It is kept until somebody takes it, however many other
   * values are let go meanwhile.
   */
  of(id: string, make: () => Value): Value;
  take(id: string, make: () => Value): Value;
  letGo(id: string): void;
  all(): Value[];
  /** Drops the values that nobody uses, and returns the ids of the others. */
  onlyUsed(): string[];
}

/**
 * The most values that are kept before anybody takes them: more than the largest screen shows at once. A
 * component asks for its values while it is drawn, and takes them once it is on the page.
 */
const MOST_EXPECTED = 1_000;

/**
 * @param spare How many values are kept after they are no longer used, for scrolling back; the value that was
 * let go first is dropped first.
 * @param dropped Called with each value that is no longer kept.
 */
export function createKeptValues<Value>(
  spare: number,
  dropped: (value: Value) => void = () => undefined,
): KeptValues<Value> {
  const entries = new Map<string, Entry<Value>>();
  /** The values that nobody has taken yet, in the order in which they were made. */
  const expected = new Set<string>();
  /** The values without users, in the order in which they were let go. */
  const unused = new Set<string>();

  function keep(ids: Set<string>, count: number): void {
    for (const id of ids) {
      if (ids.size <= count) return;
      const entry = entries.get(id);
      ids.delete(id);
      entries.delete(id);
      if (entry) dropped(entry.value);
    }
  }

  function entryOf(id: string, make: () => Value): Entry<Value> {
    const known = entries.get(id);
    if (known) return known;
    const entry = { value: make(), users: 0 };
    entries.set(id, entry);
    expected.add(id);
    keep(expected, MOST_EXPECTED);
    return entry;
  }

  return {
    find: (id) => entries.get(id)?.value,
    of: (id, make) => entryOf(id, make).value,
    take(id, make) {
      const entry = entryOf(id, make);
      entry.users += 1;
      expected.delete(id);
      unused.delete(id);
      return entry.value;
    },
    letGo(id) {
      const entry = entries.get(id);
      if (!entry || entry.users === 0) return;
      entry.users -= 1;
      if (entry.users > 0) return;
      unused.add(id);
      keep(unused, spare);
    },
    all: () => [...entries.values()].map(({ value }) => value),
    onlyUsed() {
      keep(expected, 0);
      keep(unused, 0);
      return [...entries.keys()];
    },
  };
}
