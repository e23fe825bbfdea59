import type { Picture } from './picture.ts';
import type { StoredPicture } from './read.ts';
import { isUnusable } from './unusable.ts';

interface ShelfPorts {
  store(picture: Picture, blob: Blob): Promise<void>;
  read(id: string): Promise<StoredPicture | undefined>;
  /** Keeps the worker, and so the pictures in memory, alive until the returned function is called. */
  keepAlive(): () => void;
  /** The most bytes of pictures in memory. */
  maxBytes?: number;
}

const MAX_BYTES = 256 * 1024 * 1024;

export interface PictureShelf {
  /**
   * Stores a picture in the gallery; in memory if it was made from a private window, or if the browser has no database. Rejects as
   * `storePicture` does, or with a QuotaExceededError when too much is in memory.
   */
  store(picture: Picture, blob: Blob): Promise<void>;
  read(id: string): Promise<StoredPicture | undefined>;
  /** Whether pictures are only in memory, because the browser has no database. */
  isSessionOnly(): boolean;
  /** Whether a picture is in memory. */
  holds(id: string): boolean;
  /** Forgets the pictures in memory that were made from private windows. */
  forgetPrivate(): void;
  /** Forgets all pictures in memory. */
  clear(): void;
}

/**
 * Creates the shelf: it stores pictures in the gallery, or in memory for the session when the browser has no database, as in
 * private windows.
 */
export function createPictureShelf({
  store,
  read,
  keepAlive,
  maxBytes = MAX_BYTES,
}: ShelfPorts): PictureShelf {
  const inMemory = new Map<string, StoredPicture>();
  let sessionOnly = false;
  let release: (() => void) | undefined;

  function keep(picture: Picture, blob: Blob): void {
    const bytes = [...inMemory.values()].reduce((sum, stored) => sum + stored.blob.size, blob.size);
    if (bytes > maxBytes) throw new DOMException('No room in memory', 'QuotaExceededError');
    inMemory.set(picture.id, { picture, blob });
    release ??= keepAlive();
  }

  return {
    async store(picture, blob) {
      if (picture.isPrivate) return keep(picture, blob);
      try {
        await store(picture, blob);
        sessionOnly = false;
      } catch (reason) {
        if (!isUnusable(reason)) throw reason;
        sessionOnly = true;
        keep(picture, blob);
      }
    },
    async read(id) {
      const held = inMemory.get(id);
      if (held) return held;
      try {
        return await read(id);
      } catch (reason) {
        if (!isUnusable(reason)) throw reason;
        sessionOnly = true;
        return undefined;
      }
    },
    isSessionOnly: () => sessionOnly,
    holds: (id) => inMemory.has(id),
    forgetPrivate() {
      for (const [id, { picture }] of inMemory) if (picture.isPrivate) inMemory.delete(id);
      if (inMemory.size > 0) return;
      release?.();
      release = undefined;
    },
    clear() {
      inMemory.clear();
      release?.();
      release = undefined;
    },
  };
}
