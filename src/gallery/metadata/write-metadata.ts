import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import type { Picture } from '../picture.ts';
import { exifWithComment } from './exif.ts';
import { withJpegMetadata } from './jpeg.ts';
import { parametersOf } from './parameters.ts';
import { withPngTexts } from './png.ts';
import { withWebpMetadata } from './webp.ts';
import { MADE_BY_A_MODEL } from './xmp.ts';

/** What a saved file contains: how the picture was made, the same without the prompts, or only the mark that a model made it. */
export type MetadataLevel = 'all' | 'no-words' | 'mark';

/** File types into which metadata can be written; files of other types are saved as they are. */
export const CARRYING: readonly ImageType[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * A copy of a picture's file with how it was made, in the place where other tools read it: the text `parameters` of a PNG, the
 * Exif user comment of a JPEG or WebP. XMP marks it as made by a model. The picture itself is not changed. A file of another
 * type, or one that cannot be read, is returned unchanged. `bytes` may have been converted: their own type counts, not
 * `picture.type`.
 */
export function withMetadata(
  bytes: Uint8Array<ArrayBuffer>,
  picture: Picture,
  level: MetadataLevel,
): Uint8Array<ArrayBuffer> {
  const text = level === 'mark' ? undefined : parametersOf(picture, level === 'all');
  const exif = text === undefined ? undefined : exifWithComment(text);
  const xmp = MADE_BY_A_MODEL;
  // A service may have written the prompt into the file: then its texts are removed.
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
