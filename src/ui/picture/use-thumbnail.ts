import { useEffect, useState } from 'preact/hooks';

/** Loaded later: nothing of the gallery is needed for the first frame. */
const readSmall = async (id: string) => (await import('./read-thumbnail.ts')).readThumbnail(id);

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
