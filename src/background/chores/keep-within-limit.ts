import type { Picture } from '../../gallery/index.ts';
import type { GalleryChange } from '../../messages/index.ts';
import type { createGalleryNotes } from './gallery-notes.ts';

interface LimitPorts {
  /** The user's limit in megabytes; 0 where there is none. */
  readLimit(): Promise<number>;
  /** Resolves with the pictures that were removed. See `keepWithin` of the gallery. */
  keepWithin(maxBytes: number): Promise<Pick<Picture, 'id'>[]>;
  /** Dismisses the jobs of these pictures, since the popup would offer deleted pictures. */
  dismiss(ids: string[]): Promise<void>;
  note: ReturnType<typeof createGalleryNotes>;
  announceGallery(change: GalleryChange): void;
}

/** Deletes the oldest pictures that are not favourites, when the user's limit on disk space is exceeded. */
export function createLimitKeeper({ readLimit, keepWithin, dismiss, note, announceGallery }: LimitPorts) {
  return async (): Promise<void> => {
    const limitMegabytes = await readLimit();
    const removed = limitMegabytes > 0 ? await keepWithin(limitMegabytes * 1_000_000) : [];
    if (removed.length === 0) return;
    // A page may have read the gallery before these pictures were removed, and would go on showing them.
    const ids = removed.map(({ id }) => id);
    announceGallery({ what: 'gone', ids });
    await dismiss(ids).catch(() => undefined);
    await note('removed', removed.length);
  };
}
