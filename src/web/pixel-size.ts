import type { ImageType } from './image-type.ts';

export interface PixelSize {
  width: number;
  height: number;
}

/** A picture's size in pixels from its header; undefined when it is not found there. */
export function pixelSize({ bytes, type }: { bytes: Uint8Array; type: ImageType }): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (type === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (type === 'image/jpeg') return jpegSize(view);
    if (type === 'image/webp') return webpSize(view);
    if (type === 'image/avif') return avifSize(view);
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  return undefined;
}

/** JPEG: the size is in the frame header, which comes after any number of other segments. */
function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView): PixelSize | undefined {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: uint24(24) + 1, height: uint24(27) + 1 };
}

/** How many bytes of an AVIF file are searched for its size, which comes before the pixels. */
const MOST_PROPERTIES_BYTES = 65_536;

/** AVIF: the largest of the sizes (`ispe`) in the file. A picture made of tiles has one for the whole and one for each tile. */
function avifSize(view: DataView): PixelSize | undefined {
  let largest: PixelSize | undefined;
  const end = Math.min(view.byteLength - 16, MOST_PROPERTIES_BYTES);
  for (let at = 4; at < end; at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
