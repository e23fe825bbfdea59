import { asciiBytes, type Chunk, concatBytes, fourBytes, latin1, viewOf } from './chunks.ts';

/** Flags in the head `VP8X` of a WebP file (https://developers.google.com/speed/webp/docs/riff_container). */
const FLAGS = { exif: 0x08, xmp: 0x04, alpha: 0x10 };

function chunksOf(webp: Uint8Array<ArrayBuffer>): Chunk[] {
  const view = viewOf(webp);
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > webp.length) break;
    chunks.push({ name: latin1(webp.subarray(at, at + 4)), data: webp.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** The Exif of a WebP; undefined when it has none. */
export function webpExif(webp: Uint8Array<ArrayBuffer>): Uint8Array | undefined {
  return chunksOf(webp).find(({ name }) => name === 'EXIF')?.data;
}

/** A copy of the WebP in which this Exif and XMP replace the file's own. A file that cannot be read is returned unchanged. */
export function withWebpMetadata(
  webp: Uint8Array<ArrayBuffer>,
  { exif, xmp }: { exif?: Uint8Array<ArrayBuffer> | undefined; xmp: string },
): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(webp).filter(({ name }) => name !== 'EXIF' && name !== 'XMP ');
  const head = headOf(chunks);
  if (!head) return webp;
  const flags = ((head[0] ?? 0) & ~FLAGS.exif) | FLAGS.xmp | (exif ? FLAGS.exif : 0);
  const all: Chunk[] = [
    { name: 'VP8X', data: concatBytes(Uint8Array.of(flags), head.subarray(1)) },
    ...chunks.filter(({ name }) => name !== 'VP8X'),
    ...(exif ? [{ name: 'EXIF', data: exif }] : []),
    { name: 'XMP ', data: new TextEncoder().encode(xmp) },
  ];
  const body = concatBytes(asciiBytes('WEBP'), ...all.map(chunkBytes));
  return concatBytes(asciiBytes('RIFF'), fourBytes(body.length, true), body);
}

/** The extended head (`VP8X`): the file's own, or one made from the picture's size; undefined when neither is possible. */
function headOf(chunks: Chunk[]): Uint8Array<ArrayBuffer> | undefined {
  const own = chunks.find(({ name }) => name === 'VP8X')?.data;
  if (own) return own.length === 10 ? own : undefined;
  const [picture] = chunks;
  const size = picture && sizeOf(picture);
  if (!size) return undefined;
  const head = new Uint8Array(10);
  head[0] = size.alpha ? FLAGS.alpha : 0;
  for (const [place, pixels] of [size.width, size.height].entries())
    for (let byte = 0; byte < 3; byte += 1) head[4 + 3 * place + byte] = ((pixels - 1) >> (8 * byte)) & 0xff;
  return head;
}

function sizeOf({ name, data }: Chunk): { width: number; height: number; alpha: boolean } | undefined {
  const view = viewOf(data);
  if (name === 'VP8 ' && data.length >= 10)
    return {
      width: view.getUint16(6, true) & 0x3fff,
      height: view.getUint16(8, true) & 0x3fff,
      alpha: false,
    };
  if (name !== 'VP8L' || data.length < 5) return undefined;
  const bits = view.getUint32(1, true);
  return {
    width: (bits & 0x3fff) + 1,
    height: ((bits >>> 14) & 0x3fff) + 1,
    alpha: ((bits >>> 28) & 1) === 1,
  };
}

function chunkBytes({ name, data }: Chunk): Uint8Array {
  return concatBytes(asciiBytes(name), fourBytes(data.length, true), data, new Uint8Array(data.length % 2));
}
