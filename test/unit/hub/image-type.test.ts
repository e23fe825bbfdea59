import { expect, test } from 'vitest';
import { imageType } from '../../../src/hub/image-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n…'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF\x10\x00\x00\x0aWEBPVP8 '],
  ['image/avif', '\x00\x00\x00\x20ftypavif'],
  ['image/svg+xml', '<svg xmlns="x">'],
  ['image/svg+xml', '\n<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>'],
])('%s: %j', (type, text) => {
  expect(imageType(bytes(text))).toBe(type);
});

test.each(['', '<html><svg></svg>', '{"error":"x"}', 'RIFF\x10\x00\x00\x00WAVE', '<svgish>'])(
  'no picture: %j',
  (text) => {
    expect(imageType(bytes(text))).toBeUndefined();
  },
);
