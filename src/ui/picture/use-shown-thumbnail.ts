import { useLayoutEffect, useState } from 'preact/hooks';

/** Where thumbnails come from. Each `take` is followed by one `letGo`. */
export interface ThumbnailSource {
  /** The thumbnail's address; undefined where there is none. Never rejects. */
  take(id: string): Promise<string | undefined>;
  letGo(id: string): void;
}

export interface ShownThumbnail {
  /** The thumbnail's address; undefined until it is read. */
  url: string | undefined;
  /** There is no thumbnail, or the browser cannot show it. */
  isGone: boolean;
  /** Call it when the image element cannot show the thumbnail. */
  onError(): void;
}

/** The thumbnail of a picture while the component is there. */
export function useShownThumbnail(id: string, source: ThumbnailSource): ShownThumbnail {
  const [read, setRead] = useState<{ id: string; url: string | undefined; isGone: boolean }>();
  // A layout effect: the thumbnail is asked for as soon as the element is there, and not after the next frame.
  useLayoutEffect(() => {
    let gone = false;
    void source.take(id).then((url) => !gone && setRead({ id, url, isGone: url === undefined }));
    return () => {
      gone = true;
      source.letGo(id);
    };
  }, [id, source]);
  return {
    url: read?.url,
    isGone: read?.id === id && read.isGone,
    onError: () => setRead((last) => last && { ...last, isGone: true }),
  };
}
