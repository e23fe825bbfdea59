import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import type { Picture } from '../picture.ts';
import { exifWithComment } from './exif.ts';
import { withJpegMetadata } from './jpeg.ts';
import { parametersOf } from './parameters.ts';
import { withPngTexts } from './png.ts';
import { withWebpMetadata } from './webp.ts';
import { MADE_BY_A_MODEL } from './xmp.ts';

/** How much a saved file says: everything, everything but the words, or only that a model made it. */
export type MetadataLevel = 'all' | 'no-words' | 'mark';

/** Types of files that carry how they were made; others are saved as they are. */
export const CARRYING: readonly ImageType[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * The picture's file with how it was made in it, where the tools of this field look for it: the text `parameters` of a PNG,
 * the Exif user comment of a JPEG or WebP; and XMP that marks it as made by a model. The picture itself is not touched. Bytes
 * of another type, or that cannot be read, come back as they are. `bytes` may have been converted: their own type counts.
 */
export function withMetadata(
  bytes: Uint8Array<ArrayBuffer>,
  picture: Picture,
  level: MetadataLevel,
): Uint8Array<ArrayBuffer> {
  const text = level === 'mark' ? undefined : parametersOf(picture, level === 'all');
  const exif = text === undefined ? undefined : exifWithComment(text);
  const xmp = MADE_BY_A_MODEL;
  // A service may have written the words into the file itself.
  const alone = level !== 'all';
  try {
    switch (sniffImageType(bytes)) {
      case 'image/png':
        return withPngTexts(
          bytes,
          { ...(text !== undefined && { parameters: text }), 'XML:com.adobe.xmp': xmp },
          alone,
        );
      case 'image/jpeg':
        return withJpegMetadata(bytes, { exif, xmp }, alone);
      case 'image/webp':
        return withWebpMetadata(bytes, { exif, xmp });
      default:
        return bytes;
    }
  } catch {
    return bytes;
  }
}
