import type { GalleryReader } from '../../../gallery/index.ts';

export interface ThumbnailCache {
  /** The URL of a thumbnail, valid until it is released; undefined when the picture is gone. */
  take(id: string): Promise<string | undefined>;
  letGo(id: string): void;
  /** Resolves when all that are asked for now are read. */
  settled(): Promise<void>;
}

interface Entry {
  url: Promise<string | undefined>;
  users: number;
}

interface CachePorts {
  reader: Pick<GalleryReader, 'thumbnail'>;
  createUrl(blob: Blob): string;
  revokeUrl(url: string): void;
  /** How many thumbnails are kept after they are no longer shown, for scrolling back. */
  spare?: number;
}

/**
 * URLs of the thumbnails that are shown, and of some that were shown before. However far the wall is scrolled, no more than
 * these take memory.
 */
export function createThumbnailCache({
  reader,
  createUrl,
  revokeUrl,
  spare = 60,
}: CachePorts): ThumbnailCache {
  /** Unused thumbnails, in the order in which they were released. */
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
    async settled() {
      await Promise.all([...entries.values()].map(({ url }) => url));
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
