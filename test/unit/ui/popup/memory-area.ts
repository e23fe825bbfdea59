import type { StorageArea } from '../../../../src/jobs/index.ts';

type Listener = Parameters<StorageArea['onChanged']['addListener']>[0];

/** A storage area in memory that tells its listeners what changed, as the browser's does. */
export function memoryArea(
  items: Record<string, unknown> = {},
  over: Partial<StorageArea> = {},
): StorageArea {
  const listeners = new Set<Listener>();
  return {
    get: async () => ({ ...items }),
    async set(changed) {
      Object.assign(items, changed);
      const changes = Object.fromEntries(
        Object.entries(changed).map(([key, newValue]) => [key, { newValue }]),
      );
      for (const listener of listeners) listener(changes);
    },
    remove: async () => {},
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
    ...over,
  };
}

/** Lets everything run that needs no timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
