import { expect, test } from 'vitest';
import type { ImageType } from '../../../src/generation/index.ts';
import { pixelSize } from '../../../src/web/pixel-size.ts';
import { recorded } from '../providers/huggingface/fixtures.ts';
import { PNG } from '../providers/huggingface/stand-in.ts';

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const of = (hex: string, type: ImageType) => ({ bytes: Uint8Array.from(Buffer.from(hex, 'hex')), type });
const riff = (chunk: string, rest: string) =>
  of(`52494646ffffffff57454250${Buffer.from(chunk).toString('hex')}ffffffff${rest}`, 'image/webp');

test('PNG and GIF say it at a fixed place', () => {
  expect(pixelSize({ bytes: new Uint8Array(PNG), type: 'image/png' })).toEqual({ width: 16, height: 16 });
  expect(pixelSize(of('474946383961000320010000', 'image/gif'))).toEqual({ width: 768, height: 288 });
});

test('JPEG says it in the frame header, behind other segments', async () => {
  const bytes = await bytesOf(recorded('hf-inference', '200.jpeg'));
  expect(pixelSize({ bytes, type: 'image/jpeg' })).toEqual({ width: 16, height: 16 });
});

test('WebP says it in three ways', async () => {
  const bytes = await bytesOf(recorded('replicate', 'cdn.200'));
  expect(pixelSize({ bytes, type: 'image/webp' })).toEqual({ width: 16, height: 16 });
  // VP8L: 14 bits each, less one: 1024 − 1 = 0x3ff, 768 − 1 = 0x2ff.
  expect(pixelSize(riff('VP8L', '2fffc3bf00'))).toEqual({ width: 1024, height: 768 });
  expect(pixelSize(riff('VP8X', '10000000ff0300ff0200'))).toEqual({ width: 1024, height: 768 });
});

test('a header that breaks off or is unknown says nothing', () => {
  expect(pixelSize(of('89504e470d0a1a0a', 'image/png'))).toBeUndefined();
  expect(pixelSize(of('ffd8ffe00010', 'image/jpeg'))).toBeUndefined();
  expect(pixelSize(of('ffd8ffd9', 'image/jpeg'))).toBeUndefined();
  expect(pixelSize(riff('ANIM', '00000000'))).toBeUndefined();
  expect(pixelSize(of('0000001c66747970', 'image/avif'))).toBeUndefined();
});
