/** A thumbnail, and the size of the picture itself in pixels. */
export interface Thumbnail {
  blob: Blob;
  width: number;
  height: number;
}

/** Pixels: twice the height of the highest row on the gallery's wall. */
const HEIGHT = 460;
/** Pixels: a panorama is shown at most four times as wide as it is high. */
const WIDTH = 4 * HEIGHT;

/**
 * Draws the thumbnail of a picture, as WebP where the browser writes it. Undefined where the browser cannot decode the
 * picture: it is kept all the same, and shown from its own bytes.
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
