import type { GalleryReader } from '../../../gallery/index.ts';
import { createKeptValues } from '../list/kept-values.ts';

export interface ThumbnailCache {
  /** The URL of a thumbnail, valid until it is released; undefined when the picture is gone. */
  take(id: string): Promise<string | undefined>;
  letGo(id: string): void;
  /** Resolves when all that are asked for now are read. */
  settled(): Promise<void>;
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
  const kept = createKeptValues<Promise<string | undefined>>(
    spare,
    (url) => void url.then((address) => address !== undefined && revokeUrl(address)),
  );
  const read = (id: string) =>
    reader.thumbnail(id).then(
      (blob) => blob && createUrl(blob),
      () => undefined,
    );

  return {
    take: (id) => kept.take(id, () => read(id)),
    letGo: kept.letGo,
    async settled() {
      await Promise.all(kept.all());
    },
  };
}
