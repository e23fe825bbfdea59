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

/**
 * Makes a picture's thumbnail and tells open pages of the picture. Never rejects: without a thumbnail pages show the full
 * picture.
 */
export async function makeThumbnailOf(
  { picture, blob }: StoredPicture,
  { announceGallery, make = makeThumbnail, store = storeThumbnail }: ThumbnailPorts,
): Promise<void> {
  const thumbnail = await make(blob).catch(() => undefined);
  if (thumbnail) await store(picture.id, thumbnail).catch(() => undefined);
  announceGallery({ what: 'made', ids: [picture.id] });
}

/** How many of the newest pictures are checked: a killed worker cannot have left more without a thumbnail. */
const NEWEST = 20;
/** Older pictures are skipped: one that the browser cannot decode would be tried again at every start. */
const DAY_MS = 24 * 3_600_000;

/** Makes the thumbnails that a killed worker left unmade, and tells open pages of those pictures. */
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
