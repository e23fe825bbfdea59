import { expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../../../src/generation/index.ts';
import { decodePicture } from '../../../../src/providers/picture/decode-picture.ts';
import { PNG, PNG_URL } from '../huggingface/stand-in.ts';

const base64 = PNG.toString('base64');
const decoded = { bytes: new Uint8Array(PNG), type: 'image/png' };

test.each([
  ['base64', base64],
  ['base64 with line breaks', base64.replace(/.{40}/g, '$&\n')],
  ['a data URL', PNG_URL],
  ['a data URL with a wrong type', `data:image/jpeg;base64,${base64}`],
])('%s is a picture', (_, text) => {
  expect(decodePicture(text)).toEqual(decoded);
});

test.each([
  ['nothing', ''],
  ['words', 'Sorry, no picture today'],
  ['base64 of words', btoa('Sorry, no picture today')],
  ['an SVG', `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg"/>')}`],
  ['an address', 'https://cdn.example.com/1.png'],
])('%s is none', (_, text) => {
  expect(decodePicture(text)).toBeUndefined();
});

test('a picture over 25 MB is none', () => {
  const large = Buffer.concat([PNG, Buffer.alloc(MAX_IMAGE_BYTES - PNG.length + 1)]);
  expect(decodePicture(large.toString('base64'))).toBeUndefined();
  expect(decodePicture(large.subarray(1).toString('base64'))).toBeUndefined();
  expect(decodePicture(large.subarray(0, MAX_IMAGE_BYTES).toString('base64'))?.bytes.length).toBe(
    MAX_IMAGE_BYTES,
  );
});
