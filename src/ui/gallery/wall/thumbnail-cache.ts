import type { GalleryReader } from '../../../gallery/index.ts';
import { createKeptValues } from '../list/kept-values.ts';

export interface ThumbnailCache {
  /** The URL of a thumbnail, valid until it is released; undefined when the picture is gone. */
  take(id: string): Promise<string | undefined>;
  letGo(id: string): void;
  /** Resolves when all thumbnails that are asked for now are read. */
  settled(): Promise<void>;
}

interface CachePorts {
  reader: Pick<GalleryReader, 'thumbnails'>;
  createUrl(blob: Blob): Promise<string>;
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
  let wanted: string[] = [];
  let reading = Promise.resolve(new Map<string, Promise<Blob | undefined>>());

  /** Asks for a thumbnail. All that are asked for in one turn of the event loop are read together. */
  function read(id: string): Promise<Blob | undefined> {
    if (wanted.length === 0)
      reading = Promise.resolve().then(() => {
        const ids = wanted;
        wanted = [];
        const blobs = reader.thumbnails(ids);
        return new Map(ids.map((one, index) => [one, blobs[index] ?? Promise.resolve(undefined)]));
      });
    wanted.push(id);
    return reading.then((blobs) => blobs.get(id));
  }

  async function addressOf(id: string): Promise<string | undefined> {
    try {
      const blob = await read(id);
      return blob && (await createUrl(blob));
    } catch {
      return undefined;
    }
  }

  return {
    take: (id) => kept.take(id, () => addressOf(id)),
    letGo: kept.letGo,
    async settled() {
      await Promise.all(kept.all());
    },
  };
}
