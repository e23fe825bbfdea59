import { useEffect, useState } from 'preact/hooks';
import { createGalleryReader } from '../../gallery/read.ts';
import { readThroughDoor } from './read-through-door.ts';

const reader = createGalleryReader();

/** The address of a picture's thumbnail while the component is there; undefined until it is read, and where there is none. */
export function useThumbnail(id: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let address: string | undefined;
    let gone = false;
    void readSmall(id).then((blob) => {
      if (gone || !blob) return;
      address = URL.createObjectURL(blob);
      setUrl(address);
    });
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);
  return url;
}

/** Where this page does not share the gallery, as in private windows, the picture itself comes through the background. */
async function readSmall(id: string): Promise<Blob | undefined> {
  const own = await reader.thumbnail(id).catch(() => undefined);
  return own ?? (await readThroughDoor(id).catch(() => undefined))?.blob;
}
