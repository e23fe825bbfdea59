import { useLayoutEffect, useState } from 'preact/hooks';
import { useGallery } from '../context.ts';

interface ShownThumbnail {
  /** The thumbnail's address; undefined until it is read. */
  url: string | undefined;
  /** There is no thumbnail, or the browser cannot show it. */
  isGone: boolean;
  /** Call it when the image element cannot show the thumbnail. */
  onError(): void;
}

/** The thumbnail of a picture while the component is there. */
export function useThumbnail(id: string): ShownThumbnail {
  const { thumbnails } = useGallery();
  const [read, setRead] = useState<{ id: string; url: string | undefined; isGone: boolean }>();
  // A layout effect: the thumbnail is asked for as soon as the element is there, and not after the next frame.
  useLayoutEffect(() => {
    let gone = false;
    void thumbnails.take(id).then((url) => !gone && setRead({ id, url, isGone: url === undefined }));
    return () => {
      gone = true;
      thumbnails.letGo(id);
    };
  }, [id, thumbnails]);
  return {
    url: read?.url,
    isGone: read?.id === id && read.isGone,
    onError: () => setRead((last) => last && { ...last, isGone: true }),
  };
}
