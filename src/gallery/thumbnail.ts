/** A thumbnail, and the size of the picture itself in pixels. */
export interface Thumbnail {
  blob: Blob;
  width: number;
  height: number;
}

/** The most pixels of a thumbnail's height: twice the greatest height of a row in the gallery. */
const HEIGHT = 460;
/** The most pixels of a thumbnail's width: the gallery shows a panorama at most four times as wide as it is high. */
const WIDTH = 4 * HEIGHT;

/**
 * Makes the thumbnail of a picture, as WebP if the browser can write it. Undefined when the browser cannot decode the picture,
 * which then has no thumbnail. Never rejects.
 */
export async function makeThumbnail(blob: Blob): Promise<Thumbnail | undefined> {
  const bitmap = await createImageBitmap(blob).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const { width, height } = bitmap;
    const scale = Math.min(1, HEIGHT / height, WIDTH / width);
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return { blob: await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }), width, height };
  } catch {
    return undefined;
  } finally {
    bitmap.close();
  }
}
