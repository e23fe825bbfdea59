import { Buffer } from 'node:buffer';
import type { ImageType } from '../../../../src/generation/index.ts';

/** The smallest files of each type that say their size and are there to their end mark, as the formats write them. */
export const WHOLE: Record<ImageType, (width: number, height: number) => Buffer> = {
  'image/png': (width, height) =>
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      pngChunk('IHDR', Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 2, 0, 0, 0])])),
      pngChunk('IDAT', Buffer.from([1, 2, 3, 4])),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  'image/jpeg': (width, height) =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      // A thumbnail in the metadata has an end mark of its own.
      segment(0xe1, Buffer.from([0xff, 0xd8, 0xff, 0xd9])),
      segment(
        0xc0,
        Buffer.concat([Buffer.from([8]), uint16(height), uint16(width), Buffer.from([1, 1, 0x11, 0])]),
      ),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([1, 2, 3, 0xff, 0x00, 4, 0xff, 0xd9]),
    ]),
  'image/webp': (width, height) => {
    const bits = (width - 1) | ((height - 1) << 14);
    const pixels = Buffer.concat([Buffer.from([0x2f]), little32(bits), Buffer.from([1, 2, 3])]);
    const chunks = Buffer.concat([Buffer.from('WEBP'), Buffer.from('VP8L'), little32(pixels.length), pixels]);
    return Buffer.concat([Buffer.from('RIFF'), little32(chunks.length), chunks]);
  },
  'image/gif': (width, height) =>
    Buffer.concat([
      Buffer.from('GIF89a'),
      little16(width),
      little16(height),
      Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
      // An extension, then the picture in two blocks.
      Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
      Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), little16(width), little16(height), Buffer.from([0])]),
      Buffer.from([2, 2, 0x44, 1, 1, 0x3b, 0, 0x3b]),
    ]),
  'image/avif': (width, height) =>
    Buffer.concat([
      box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')),
      box('meta', box('ispe', Buffer.concat([uint32(0), uint32(width), uint32(height)]))),
      box('mdat', Buffer.from([1, 2, 3, 4])),
    ]),
};

function pngChunk(name: string, data: Buffer): Buffer {
  return Buffer.concat([uint32(data.length), Buffer.from(name), data, uint32(0)]);
}

function segment(marker: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), uint16(data.length + 2), data]);
}

function box(name: string, data: Buffer): Buffer {
  return Buffer.concat([uint32(data.length + 8), Buffer.from(name), data]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function little32(value: number): Buffer {
  return Buffer.from(uint32(value >>> 0)).reverse();
}

function little16(value: number): Buffer {
  return Buffer.from(uint16(value)).reverse();
}
