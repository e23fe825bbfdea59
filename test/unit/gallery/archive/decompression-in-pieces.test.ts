import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DecompressionInPieces, inPieces } from '../../../../src/gallery/archive/decompression-in-pieces.ts';

test('no more than a few kilobytes are unpacked at once, however many are written', async () => {
  const lengths: number[] = [];
  const stream = new Blob([new Uint8Array(1_000_000)]).stream().pipeThrough(inPieces());
  for await (const { length } of stream as unknown as AsyncIterable<Uint8Array>) lengths.push(length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(8_192);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1_000_000);
});

test('what was packed comes back', async () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * at) % 251);
  const stream = new Blob([new Uint8Array(gzipSync(bytes))]).stream();
  const unpacked = await new Response(stream.pipeThrough(new DecompressionInPieces('gzip'))).arrayBuffer();
  expect(new Uint8Array(unpacked)).toEqual(bytes);
});
