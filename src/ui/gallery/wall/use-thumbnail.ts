import { useLayoutEffect, useState } from 'preact/hooks';
import { useGallery } from '../context.ts';

/** The address of a picture's thumbnail while the component is there; undefined until it is read. */
export function useThumbnail(id: string): string | undefined {
  const { thumbnails } = useGallery();
  const [url, setUrl] = useState<string>();
  // Asked for as soon as the element is there, and not after the next frame.
  useLayoutEffect(() => {
    let gone = false;
    void thumbnails.take(id).then((address) => !gone && setUrl(address));
    return () => {
      gone = true;
      thumbnails.letGo(id);
    };
  }, [id, thumbnails]);
  return url;
}
