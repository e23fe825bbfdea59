import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawBlack, drawLandscape } from '../../lab/pictures/landscape.ts';
import { orderIn } from '../../lab/pictures/picture-for.ts';
import { SAMPLES } from '../../lab/pictures/samples.ts';

/** Reads a PNG as strictly as a decoder: signature, checksums, one row of pixels after the other. */
function decode(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    if (type === 'IDAT') data.push(png.subarray(at + 8, end));
    at = end + 4;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const rows = inflateSync(Buffer.concat(data));
  expect(rows.length).toBe((width * 3 + 1) * height);
  return { width, height, rows };
}

describe('pictures of the lab', () => {
  test('are PNGs of the wanted size', () => {
    expect(decode(drawLandscape({ prompt: 'x', width: 300, height: 200 }))).toMatchObject({
      width: 300,
      height: 200,
    });
    expect(decode(drawLandscape({ prompt: 'x', width: 9000, height: 1 }))).toMatchObject({
      width: 1024,
      height: 16,
    });
  });

  test('depend on prompt and seed, and on nothing else', () => {
    const draw = (prompt: string, seed?: number) =>
      drawLandscape({ prompt, width: 64, height: 64, ...(seed !== undefined && { seed }) }).toString(
        'base64',
      );
    expect(draw('a red fox', 7)).toBe(draw('a red fox', 7));
    expect(draw('a red fox', 7)).not.toBe(draw('a red fox', 8));
    expect(draw('a red fox')).not.toBe(draw('a blue fox'));
  });

  test('carry the mark SAMPLE in white', () => {
    const { rows, width, height } = decode(drawLandscape({ prompt: 'x', width: 140, height: 100 }));
    const whites = Array.from({ length: height }, (_, y) => {
      const row = rows.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1));
      return (
        row
          .toString('hex')
          .match(/.{6}/g)
          ?.filter((pixel) => pixel === 'ffffff').length ?? 0
      );
    });
    // Seven rows of ink; the lowest of S A M P L E has 3 + 2 + 2 + 1 + 5 + 5 points.
    expect(whites.filter((count) => count > 0)).toHaveLength(7);
    expect(whites.at(-4)).toBe(18);
  });

  test('can be black all over', () => {
    expect(decode(drawBlack(8, 8)).rows.every((byte) => byte === 0)).toBe(true);
  });

  test.each([
    [{ inputs: 'p', parameters: { seed: 3, width: 64, height: 32 } }],
    [{ prompt: 'p', seed: 3, size: '64x32' }],
    [{ prompt: 'p', seed: 3, image_size: { width: 64, height: 32 } }],
    [{ input: { prompt: 'p', seed: 3, width: 64, height: 32 } }],
    [{ interface: 'puter-image-generation', args: { prompt: 'p', seed: 3, width: 64, height: 32 } }],
  ])('read the order from every protocol: %j', (body) => {
    expect(orderIn(body)).toEqual({ prompt: 'p', seed: 3, width: 64, height: 32 });
  });

  test('come in every kind that the sniffing has to know', () => {
    const starts = Object.entries(SAMPLES).map(([kind, bytes]) => [
      kind,
      bytes.subarray(0, 12).toString('latin1'),
    ]);
    expect(Object.fromEntries(starts)).toEqual({
      png: expect.stringMatching(/^\x89PNG/),
      jpeg: expect.stringMatching(/^\xff\xd8\xff/),
      webp: expect.stringMatching(/^RIFF....WEBP$/s),
      gif: expect.stringMatching(/^GIF89a/),
      avif: expect.stringMatching(/^....ftypavif$/s),
      svg: expect.stringMatching(/^<svg/),
    });
  });
});
