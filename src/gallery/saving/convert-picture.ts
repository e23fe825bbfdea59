import type { ImageType } from '../../generation/index.ts';

/** The quality of JPEG and WebP files. With a higher one files are much larger and look the same. */
const QUALITY = 0.92;

/**
 * Converts a picture to another file type. Undefined when the browser cannot decode the picture, or cannot write that type. JPEG
 * has no transparency: transparent parts become white, since browsers would make them black. Never rejects.
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
    // A browser that cannot write the type writes PNG instead, without an error.
    return converted.type === type ? converted : undefined;
  } catch {
    return undefined;
  } finally {
    bitmap.close();
  }
}
