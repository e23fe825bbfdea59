import { describe, expect, test } from 'vitest';
import { exifOrientation, exifTexts } from '../../../../src/gallery/metadata/exif.ts';
import { jpegMetadata } from '../../../../src/gallery/metadata/jpeg.ts';
import { pngExif } from '../../../../src/gallery/metadata/png.ts';
import { readMetadata } from '../../../../src/gallery/metadata/read-metadata.ts';
import { webpExif } from '../../../../src/gallery/metadata/webp.ts';
import { withMetadata } from '../../../../src/gallery/metadata/write-metadata.ts';
import { samplePicture } from '../../jobs/sample-job.ts';
import { exifWithOrientation, tinyJpeg, tinyPng, tinyWebp, withChunk, withSegment } from './tiny-files.ts';

const LEVELS = ['all', 'no-words', 'mark'] as const;
const picture = samplePicture({ request: { prompt: 'a red fox', style: 'none', seed: 7 }, warnings: [] });
/** An orientation of 6: a quarter turn to the right; beside it, words of the service. */
const TURNED = exifWithOrientation(6, 'words of the service');

describe.each([
  ['JPEG', tinyJpeg(TURNED), jpegMetadata],
  ['WebP', tinyWebp(TURNED), (bytes: Uint8Array<ArrayBuffer>) => ({ exif: webpExif(bytes) })],
  [
    'PNG',
    withChunk(tinyPng(), 'eXIf', TURNED),
    (bytes: Uint8Array<ArrayBuffer>) => ({ exif: pngExif(bytes) }),
  ],
])('a turned %s', (type, file, metadataOf) => {
  test.each(LEVELS)('stays turned, whatever is said in it: %s', async (level) => {
    const written = withMetadata(file, picture, level);
    const { exif = new Uint8Array() } = metadataOf(written);
    expect(exifOrientation(exif)).toBe(6);
    expect(withMetadata(written, picture, level)).toEqual(written);
    const made = level === 'mark' ? undefined : expect.objectContaining({ tool: 'understudy', seed: 7 });
    expect(await readMetadata(written)).toEqual(made);
    // The Exif of a PNG is not ours: it goes with what else the service wrote.
    const isKept = type === 'PNG' && level === 'all';
    expect(exifTexts(exif).get('ImageDescription')).toBe(isKept ? 'words of the service' : undefined);
  });
});

test('a JPEG whose words fit into no segment stays turned', () => {
  const long = samplePicture({ request: { prompt: 'fox '.repeat(10_000), style: 'none' } });
  const { exif = new Uint8Array() } = jpegMetadata(withMetadata(tinyJpeg(TURNED), long, 'all'));
  expect(exifOrientation(exif)).toBe(6);
});

test('nothing is said of a picture that lies as it is shown', () => {
  for (const orientation of [0, 1, 9, 0xffff])
    expect(jpegMetadata(withMetadata(tinyJpeg(exifWithOrientation(orientation)), picture, 'mark'))).toEqual(
      {},
    );
});

test.each(LEVELS)('colours stay: %s', (level) => {
  const profile = Buffer.from('ICC_PROFILE\0\x01\x01 of colours', 'latin1');
  const adobe = Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1');
  const jpeg = withSegment(withSegment(tinyJpeg(TURNED), 0xe2, profile), 0xee, adobe);
  const written = Buffer.from(withMetadata(jpeg, picture, level));
  expect(written.includes(profile)).toBe(true);
  expect(written.includes(adobe)).toBe(true);
  const png = withChunk(withChunk(tinyPng(), 'iCCP', profile), 'gAMA', Buffer.from([0, 0, 0xb1, 0x8f]));
  const writtenPng = Buffer.from(withMetadata(png, picture, level));
  expect(writtenPng.includes(profile)).toBe(true);
  expect(writtenPng.includes('gAMA')).toBe(true);
});
