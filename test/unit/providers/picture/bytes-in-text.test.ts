import { expect, test } from 'vitest';
import { MAX_IMAGE_BYTES } from '../../../../src/generation/index.ts';
import { bytesInText } from '../../../../src/providers/picture/bytes-in-text.ts';
import { PNG, PNG_URL } from '../huggingface/stand-in.ts';

const base64 = PNG.toString('base64');

test.each([
  ['base64', base64],
  ['base64 with line breaks', base64.replace(/.{40}/g, '$&\n')],
  ['a data URL', PNG_URL],
  ['a data URL with a wrong type', `data:image/jpeg;base64,${base64}`],
])('%s', (_, text) => {
  expect(bytesInText(text)).toEqual(new Uint8Array(PNG));
});

test.each([
  ['words', 'Sorry, no picture today'],
  ['a data URL in another writing', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['an address', 'https://cdn.example.com/1.png'],
  ['more than any picture has', 'A'.repeat(Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 1_000_001)],
])('%s: none', (_, text) => {
  expect(bytesInText(text)).toBeUndefined();
});
