import { type ShownThumbnail, useShownThumbnail } from '../../picture/use-shown-thumbnail.ts';
import { useGallery } from '../context.ts';

/** The thumbnail of a picture while the component is there, from those that the gallery keeps. */
export function useThumbnail(id: string): ShownThumbnail {
  return useShownThumbnail(id, useGallery().thumbnails);
}
