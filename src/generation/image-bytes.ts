export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif' | 'image/gif';

/** A picture larger than this is refused while it streams: 25 MB. */
export const MAX_IMAGE_BYTES = 25 * 1024 * 1024;

/**
 * What the bytes are, whatever their label says (a service that was asked for PNG answers JPEG now and then). Undefined
 * for everything that is no picture, and for SVG, which can carry script.
 */
export function sniffImageType(bytes: Uint8Array): ImageType | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 32))) return 'image/avif';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif';
  return undefined;
}
