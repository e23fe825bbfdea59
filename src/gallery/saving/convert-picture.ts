import type { ImageType } from '../../generation/index.ts';

/** Of JPEG and WebP: above it files grow much and look the same. */
const QUALITY = 0.92;

/**
 * The picture as a file of another type. Undefined where the browser cannot draw the picture, or does not write that type.
 * JPEG knows nothing transparent: it gets white behind it, since browsers would draw black.
 */
export async function convertPicture(blob: Blob, type: ImageType): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(blob).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    if (type === 'image/jpeg') {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, bitmap.width, bitmap.height);
    }
    context.drawImage(bitmap, 0, 0);
    const converted = await canvas.convertToBlob({ type, quality: QUALITY });
    // A browser that does not write the type writes PNG without a word.
    return converted.type === type ? converted : undefined;
  } catch {
    return undefined;
  } finally {
    bitmap.close();
  }
}
