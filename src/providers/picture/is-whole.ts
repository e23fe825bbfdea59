import type { PictureBytes } from '../../generation/index.ts';

/**
 * Whether a picture's file is complete up to its end mark. A truncated file begins like a complete one, and browsers show
 * the part they have. Bytes after the end are allowed.
 */
export function isWhole({ bytes, type }: PictureBytes): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return ENDS[type](view);
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

const ENDS: Record<PictureBytes['type'], (view: DataView) => boolean> = {
  'image/png': pngEnds,
  'image/jpeg': jpegEnds,
  'image/webp': webpEnds,
  'image/gif': gifEnds,
  'image/avif': avifEnds,
};

/** PNG: chunks that begin with their length. The pixels are in IDAT, the last chunk is IEND. */
function pngEnds(view: DataView): boolean {
  let hasPixels = false;
  for (let at = 8; ; ) {
    const length = view.getUint32(at);
    const name = textAt(view, at + 4);
    if (name === 'IDAT' && length > 0) hasPixels = true;
    at += 12 + length;
    if (at > view.byteLength) return false;
    if (name === 'IEND') return hasPixels;
  }
}

/**
 * JPEG: segments with a length up to the pixels (SOS), and EOI at the end. The EOI of an embedded thumbnail is inside a
 * segment.
 */
function jpegEnds(view: DataView): boolean {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) break;
    else if (marker === 0xd9) return false;
    else at += 2 + view.getUint16(at + 2);
  }
  for (let end = view.byteLength - 2; end > at; end -= 1)
    if (view.getUint8(end) === 0xff && view.getUint8(end + 1) === 0xd9) return true;
  return false;
}

/** WebP: the header has the file's length. The pixels are in a VP8 chunk or in the frames of an animation. */
function webpEnds(view: DataView): boolean {
  const end = 8 + view.getUint32(4, true);
  if (end > view.byteLength) return false;
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true);
    const holdsPixels = ['VP8 ', 'VP8L', 'ANMF'].includes(textAt(view, at));
    at += 8 + length + (length % 2);
    if (holdsPixels) return at - (length % 2) <= end;
  }
  return false;
}

/** GIF: blocks of sub-blocks that begin with their length, up to the trailer. */
function gifEnds(view: DataView): boolean {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let hasPixels = false;
  let at = 13 + colours(view.getUint8(10));
  for (;;) {
    const block = view.getUint8(at);
    if (block === 0x3b) return hasPixels;
    if (block === 0) {
      // Some encoders end a block twice.
      at += 1;
      continue;
    }
    if (block === 0x2c) {
      hasPixels = true;
      at += 11 + colours(view.getUint8(at + 9));
    } else if (block === 0x21) at += 2;
    else return false;
    for (let length = view.getUint8(at); length !== 0; length = view.getUint8(at)) at += 1 + length;
    at += 1;
  }
}

/** AVIF: boxes that begin with their length: the picture's description (`meta`) and its pixels (`mdat`). Length 0 means up to the end. */
function avifEnds(view: DataView): boolean {
  const found = new Set<string>();
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const short = view.getUint32(at);
    const name = textAt(view, at + 4);
    const length =
      short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? view.byteLength - at : short;
    if (length < 8 || at + length > view.byteLength) break;
    found.add(name);
    at += length;
  }
  return (found.has('meta') || found.has('moov')) && found.has('mdat');
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
