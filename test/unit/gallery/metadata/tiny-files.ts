import { crc32, deflateSync } from 'node:zlib';

/** Files in the formats of the tools, written here by other means than those that are tested. */
type Bytes = Uint8Array<ArrayBuffer>;
const own = (buffer: Buffer): Bytes => new Uint8Array(buffer);

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One grey pixel, with texts as Pillow writes them: `tEXt`; `iTXt` where `kind` says so; or compressed. */
export function tinyPng(
  texts: Record<string, string> = {},
  kind: 'tEXt' | 'iTXt' | 'zTXt' | 'iTXt-z' = 'tEXt',
): Bytes {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  // A text of megabytes under many names is packed once.
  const packed = new Map<string, Buffer>();
  const pack = (text: string) => {
    const known = packed.get(text) ?? deflateSync(text);
    packed.set(text, known);
    return known;
  };
  const written = Object.entries(texts).map(([keyword, text]) => {
    const key = Buffer.from(`${keyword}\0`, 'latin1');
    if (kind === 'tEXt') return chunk('tEXt', Buffer.concat([key, Buffer.from(text, 'latin1')]));
    if (kind === 'zTXt') return chunk('zTXt', Buffer.concat([key, Buffer.from([0]), pack(text)]));
    const isPacked = kind === 'iTXt-z';
    const flags = Buffer.from([Number(isPacked), 0, 0, 0]);
    return chunk('iTXt', Buffer.concat([key, flags, isPacked ? pack(text) : Buffer.from(text)]));
  });
  return own(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      ...written,
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** A grey pixel as JPEG: JFIF, tables, one scan. Only its segments are read here. */
export function tinyJpeg(exif?: Buffer, comment?: string): Bytes {
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
  return own(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      ...(exif ? [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))] : []),
      ...(comment === undefined ? [] : [segment(0xfe, Buffer.from(comment))]),
      segment(0xdb, Buffer.alloc(65, 1)),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
    ]),
  );
}

/** A lossless WebP's container with one picture chunk, of 5 × 7 pixels. */
export function tinyWebp(exif?: Buffer): Bytes {
  const riff = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
  };
  const bits = Buffer.alloc(5);
  bits[0] = 0x2f;
  bits.writeUInt32LE(4 | (6 << 14), 1);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...(exif ? [riff('VP8X', Buffer.from([8, 0, 0, 0, 4, 0, 0, 6, 0, 0]))] : []),
    riff('VP8L', bits),
    ...(exif ? [riff('EXIF', exif)] : []),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return own(Buffer.concat([Buffer.from('RIFF'), length, body]));
}

/** An Exif, little-endian, with one text tag in its main directory, as ComfyUI's WebP has it. */
export function exifWithTag(tag: number, text: string): Buffer {
  const data = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(26);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(1, 8);
  head.writeUInt16LE(tag, 10);
  head.writeUInt16LE(2, 12);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(26, 18);
  return Buffer.concat([head, data]);
}

/** An Exif, little-endian, with an orientation; before it a description, if there are words. */
export function exifWithOrientation(orientation: number, words?: string): Buffer {
  const data = Buffer.from(words === undefined ? '' : `${words}\0`);
  const entries = words === undefined ? 1 : 2;
  const head = Buffer.alloc(8 + 2 + 12 * entries + 4);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries, 8);
  if (words !== undefined) {
    head.writeUInt16LE(0x010e, 10);
    head.writeUInt16LE(2, 12);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(head.length, 18);
  }
  const at = 10 + 12 * (entries - 1);
  head.writeUInt16LE(0x0112, at);
  head.writeUInt16LE(3, at + 2);
  head.writeUInt32LE(1, at + 4);
  head.writeUInt16LE(orientation, at + 8);
  return Buffer.concat([head, data]);
}

/** The JPEG with one segment more, behind its JFIF segment. */
export function withSegment(jpeg: Bytes, marker: number, data: Buffer): Bytes {
  const end = 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0);
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]);
  return own(Buffer.concat([jpeg.subarray(0, end), head, data, jpeg.subarray(end)]));
}

/** The PNG with one chunk more, behind its head. */
export function withChunk(png: Bytes, name: string, data: Buffer): Bytes {
  return own(Buffer.concat([png.subarray(0, 33), chunk(name, data), png.subarray(33)]));
}
