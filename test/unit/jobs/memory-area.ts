type Changes = Record<string, { newValue?: unknown; oldValue?: unknown }>;

/** `browser.storage.local` in memory: values are copied in and out, and changes announced, as a browser does. */
export function memoryArea(initial: Record<string, unknown> = {}) {
  const items = new Map(Object.entries(structuredClone(initial)));
  const listeners = new Set<(changes: Changes) => void>();
  const announce = (changes: Changes) => {
    for (const listener of listeners) listener(structuredClone(changes));
  };
  return {
    /** What `set` is given, in order; when this throws, nothing is stored. */
    beforeSet: (_items: Record<string, unknown>): void => undefined,
    /** Called before each reading; when this throws, nothing is read. */
    beforeGet: (): void => undefined,
    listeners,
    snapshot: () => structuredClone(Object.fromEntries(items)),
    async get(keys: null | string | string[]) {
      this.beforeGet();
      const wanted = keys === null ? [...items.keys()] : [keys].flat();
      return structuredClone(
        Object.fromEntries(wanted.filter((key) => items.has(key)).map((key) => [key, items.get(key)])),
      );
    },
    async set(changed: Record<string, unknown>) {
      this.beforeSet(structuredClone(changed));
      for (const [key, value] of Object.entries(structuredClone(changed))) items.set(key, value);
      announce(Object.fromEntries(Object.entries(changed).map(([key, newValue]) => [key, { newValue }])));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) items.delete(key);
      announce(Object.fromEntries([keys].flat().map((key) => [key, {}])));
    },
    onChanged: {
      addListener: (listener: (changes: Changes) => void) => void listeners.add(listener),
      removeListener: (listener: (changes: Changes) => void) => void listeners.delete(listener),
    },
  };
}
