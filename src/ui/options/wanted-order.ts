import { type ReadonlySignal, signal } from '@preact/signals';

/** The order somebody wants of a list, while it is being stored. */
export interface WantedOrder {
  /** Undefined: the stored order is the wanted one. */
  ids: ReadonlySignal<readonly string[] | undefined>;
  /**
   * Shows an order until `store` is done with it and the page has read what is stored. A newer order takes its place at
   * once; what becomes of the older one is then nobody's matter, which `isNewest` tells.
   */
  want(ids: readonly string[], store: (isNewest: () => boolean) => Promise<unknown>): Promise<void>;
}

export function createWantedOrder(): WantedOrder {
  const ids = signal<readonly string[] | undefined>(undefined);
  return {
    ids,
    async want(next, store) {
      ids.value = next;
      const isNewest = () => ids.peek() === next;
      try {
        await store(isNewest);
      } finally {
        if (isNewest()) ids.value = undefined;
      }
    },
  };
}
