import { createGalleryReader } from '../../gallery/read.ts';
import { readThroughDoor } from './read-through-door.ts';

const reader = createGalleryReader();

/**
 * A picture as small as the gallery has it; undefined when it cannot be read. Where this page does not share the gallery, as in
 * private windows, the picture itself comes through the background.
 */
export async function readThumbnail(id: string): Promise<Blob | undefined> {
  const own = await reader.thumbnail(id).catch(() => undefined);
  return own ?? (await readThroughDoor(id).catch(() => undefined))?.blob;
}
