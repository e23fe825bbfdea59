/** Bytes. A thumbnail has some 30 KB; a larger file is a picture without a thumbnail, and is not copied into a URL. */
const MOST_IN_A_TEXT = 128 * 1024;

/**
 * A URL for an image element. A small image is in the URL itself (`data:`): a URL of an object is registered
 * with the browser while the page stands still, and loaded as from a network, which takes several times as
 * long.
 */
export async function createThumbnailUrl(blob: Blob): Promise<string> {
  if (blob.size > MOST_IN_A_TEXT) return URL.createObjectURL(blob);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

export function revokeThumbnailUrl(url: string): void {
  if (url.startsWith('blob:')) URL.revokeObjectURL(url);
}
