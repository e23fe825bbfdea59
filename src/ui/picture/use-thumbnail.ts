import { useMemo } from 'preact/hooks';
import { type ShownThumbnail, type ThumbnailSource, useShownThumbnail } from './use-shown-thumbnail.ts';

/** Loaded later: nothing of the gallery is needed for the first frame. */
const readSmall = async (id: string) => (await import('./read-thumbnail.ts')).readThumbnail(id);

/** The thumbnails of one component, which has one at a time. */
function ownThumbnails(): ThumbnailSource {
  const taken = new Map<string, Promise<string | undefined>>();
  return {
    take(id) {
      const address = readSmall(id).then(
        (blob) => blob && URL.createObjectURL(blob),
        () => undefined,
      );
      taken.set(id, address);
      return address;
    },
    letGo(id) {
      void taken.get(id)?.then((address) => address && URL.revokeObjectURL(address));
      taken.delete(id);
    },
  };
}

/** The thumbnail of a picture while the component is there. */
export function useThumbnail(id: string): ShownThumbnail {
  return useShownThumbnail(id, useMemo(ownThumbnails, []));
}
