import type { GalleryReader } from '../../../gallery/index.ts';

export interface ThumbnailCache {
  /** The address of a thumbnail; undefined when the picture is gone. Until it is let go, it stays good. */
  take(id: string): Promise<string | undefined>;
  letGo(id: string): void;
}

interface Entry {
  url: Promise<string | undefined>;
  users: number;
}

interface CachePorts {
  reader: Pick<GalleryReader, 'thumbnail'>;
  createUrl(blob: Blob): string;
  revokeUrl(url: string): void;
  /** How many that nobody shows any more are kept for the way back. */
  spare?: number;
}

/**
 * Addresses of thumbnails while they are shown, and of some more for the way back. However long the wall is scrolled, no
 * more than these take memory.
 */
export function createThumbnailCache({
  reader,
  createUrl,
  revokeUrl,
  spare = 120,
}: CachePorts): ThumbnailCache {
  /** In the order in which they were let go, as far as nobody uses them. */
  const entries = new Map<string, Entry>();

  function trim(): void {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [id, { url }] of unused.slice(0, Math.max(0, unused.length - spare))) {
      entries.delete(id);
      void url.then((address) => address !== undefined && revokeUrl(address));
    }
  }

  return {
    take(id) {
      const entry = entries.get(id) ?? {
        users: 0,
        url: reader.thumbnail(id).then(
          (blob) => blob && createUrl(blob),
          () => undefined,
        ),
      };
      entry.users += 1;
      entries.set(id, entry);
      return entry.url;
    },
    letGo(id) {
      const entry = entries.get(id);
      if (!entry) return;
      entry.users -= 1;
      entries.delete(id);
      entries.set(id, entry);
      trim();
    },
  };
}
