import type { Picture } from './picture.ts';
import type { StoredPicture } from './read.ts';

interface ShelfPorts {
  store(picture: Picture, blob: Blob): Promise<void>;
  read(id: string): Promise<StoredPicture | undefined>;
  /** Keeps the worker, and with it what lies in memory, alive until the returned function is called. */
  keepAlive(): () => void;
  /** Bytes that may lie in memory. */
  maxBytes?: number;
}

const MAX_BYTES = 256 * 1024 * 1024;

/**
 * What a database is refused with where the browser gives none, whatever is tried: in private windows. Not `VersionError`: a
 * gallery of a newer version is there, so the user is told that the picture could not be stored.
 */
const UNUSABLE = ['InvalidStateError', 'SecurityError', 'NotSupportedError'];

export interface PictureShelf {
  /** Stores a picture in the gallery; in memory where the browser gives no gallery. Rejects as `storePicture` does. */
  store(picture: Picture, blob: Blob): Promise<void>;
  read(id: string): Promise<StoredPicture | undefined>;
  /** Pictures last only as long as the browser runs: there is no gallery to be had. */
  isSessionOnly(): boolean;
  /** Lets go of what lies in memory. */
  clear(): void;
}

/**
 * One place for pictures, whether or not the browser keeps a database for us: in private windows that give none, pictures
 * are there for the session.
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
    clear() {
      inMemory.clear();
      release?.();
      release = undefined;
    },
  };
}

function isUnusable(reason: unknown): boolean {
  return (reason instanceof Error || reason instanceof DOMException) && UNUSABLE.includes(reason.name);
}
