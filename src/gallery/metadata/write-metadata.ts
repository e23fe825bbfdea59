import { type ImageType, sniffImageType } from '../../web/image-type.ts';
import type { Picture } from '../picture.ts';
import { exifOrientation } from './exif.ts';
import { jpegMetadata, withJpegMetadata } from './jpeg.ts';
import { parametersOf } from './parameters.ts';
import { pngExif, withPngTexts } from './png.ts';
import { webpExif, withWebpMetadata } from './webp.ts';
import { exifWithComment, exifWithOrientation } from './write-exif.ts';
import { MADE_BY_A_MODEL } from './xmp.ts';

/** What a saved file contains: how the picture was made, the same without the prompts, or only the mark that a model made it. */
export type MetadataLevel = 'all' | 'no-words' | 'mark';

/**
 * A copy of a picture's file with how it was made, in the place where other tools read it: the text `parameters` of a PNG, the
 * Exif user comment of a JPEG or WebP. XMP marks it as made by a model. The picture looks as before: of the file's own Exif, the
 * orientation is kept, and colour profiles are not changed. A file of another type, or one that cannot be read, is returned
 * unchanged. `bytes` may have been converted: their own type counts, not `picture.type`.
 */
export function withMetadata(
  bytes: Uint8Array<ArrayBuffer>,
  picture: Picture,
  level: MetadataLevel,
): Uint8Array<ArrayBuffer> {
  const text = level === 'mark' ? undefined : parametersOf(picture, level === 'all');
  const xmp = MADE_BY_A_MODEL;
  // A service may have written the prompt into the file: then its texts are removed.
  const alone = level !== 'all';
  try {
    const orientation = orientationOf(bytes);
    const turned = orientation === undefined ? [] : [exifWithOrientation(orientation)];
    const exifs = text === undefined ? turned : [exifWithComment(text, orientation), ...turned];
    switch (sniffImageType(bytes)) {
      case 'image/png':
        return withPngTexts(
          bytes,
          { ...(text !== undefined && { parameters: text }), 'XML:com.adobe.xmp': xmp },
          alone ? { exif: turned[0] } : undefined,
        );
      case 'image/jpeg':
        return withJpegMetadata(bytes, { exifs, xmp }, alone);
      case 'image/webp':
        return withWebpMetadata(bytes, { exif: exifs[0], xmp });
      default:
        return bytes;
    }
  } catch {
    return bytes;
  }
}

/** Where each type of file has its Exif. */
const EXIF_OF: Partial<Record<ImageType, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | undefined>> = {
  'image/png': pngExif,
  'image/jpeg': (bytes) => jpegMetadata(bytes).exif,
  'image/webp': webpExif,
};

function orientationOf(bytes: Uint8Array<ArrayBuffer>): number | undefined {
  const type = sniffImageType(bytes);
  const exif = type && EXIF_OF[type]?.(bytes);
  return exif && exifOrientation(exif);
}
