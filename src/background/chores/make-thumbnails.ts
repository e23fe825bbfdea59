import {
  createGalleryReader,
  type GalleryReader,
  makeThumbnail,
  type StoredPicture,
  storeThumbnail,
} from '../../gallery/index.ts';
import type { Services } from '../services.ts';

interface ThumbnailPorts extends Pick<Services, 'announceGallery'> {
  make?: typeof makeThumbnail;
  store?: typeof storeThumbnail;
}

/** Makes a picture's thumbnail, and tells open pages of the picture. Never rejects: without one it is shown from its own bytes. */
export async function makeThumbnailOf(
  { picture, blob }: StoredPicture,
  { announceGallery, make = makeThumbnail, store = storeThumbnail }: ThumbnailPorts,
): Promise<void> {
  const thumbnail = await make(blob).catch(() => undefined);
  if (thumbnail) await store(picture.id, thumbnail).catch(() => undefined);
  announceGallery({ what: 'made', ids: [picture.id] });
}

/** A worker that was killed cannot have left more: no more are made at once. */
const NEWEST = 20;
/** One that the browser cannot decode is not tried for ever. */
const DAY_MS = 24 * 3_600_000;

/** Makes the thumbnails that a killed worker did not come to; no page was told of these pictures either. */
export async function makeMissingThumbnails(
  { clock, ...ports }: ThumbnailPorts & Pick<Services, 'clock'>,
  reader: Pick<GalleryReader, 'page' | 'read' | 'close'> = createGalleryReader(),
): Promise<void> {
  try {
    const { pictures } = await reader.page(undefined, NEWEST);
    const missing = pictures.filter(
      ({ width, createdAt }) => width === undefined && Math.abs(clock.now() - createdAt) < DAY_MS,
    );
    for (const { id } of missing) {
      const stored = await reader.read(id);
      if (stored) await makeThumbnailOf(stored, ports);
    }
  } finally {
    reader.close();
  }
}
