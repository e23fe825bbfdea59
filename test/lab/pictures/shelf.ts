import type { PictureOrder } from './landscape.ts';

/** A picture that was ordered at a provider and is fetched later, from a CDN. */
export interface Work {
  order: PictureOrder;
  /** How often its state was asked for: the first time, the answer is "not yet". */
  polls: number;
}

export interface PictureShelf {
  /** Keeps an order; returns the id that its URLs carry. */
  put(order: PictureOrder): string;
  find(id: string): Work | undefined;
  clear(): void;
}

export function createPictureShelf(): PictureShelf {
  const works = new Map<string, Work>();
  return {
    put(order) {
      const id = `lab-${String(works.size + 1).padStart(6, '0')}`;
      works.set(id, { order, polls: 0 });
      return id;
    },
    find: (id) => works.get(id),
    clear: () => works.clear(),
  };
}
