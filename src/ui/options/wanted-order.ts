import { type ReadonlySignal, signal } from '@preact/signals';

/** The order that the user gave a list, while it is being stored. */
export interface WantedOrder {
  /** Undefined: the list is shown in its stored order. */
  ids: ReadonlySignal<readonly string[] | undefined>;
  /**
   * Shows an order until `store` has stored it and the page has read the settings again. A newer order replaces it at once;
   * then the result of storing the older one is ignored (`isNewest` is false).
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
