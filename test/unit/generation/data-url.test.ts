import { describe, expect, test } from 'vitest';
import { parseImageDataUrl, toDataUrl } from '../../../src/generation/index.ts';

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

const PNG = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0]);

describe('data URLs', () => {
  test('there and back', () => {
    expect(parseImageDataUrl(toDataUrl(PNG, 'image/png'))).toEqual({ bytes: PNG, type: 'image/png' });
  });
  test('a label that lies is corrected', () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');
    expect(parseImageDataUrl(`data:image/png;base64,${jpeg}`)?.type).toBe('image/jpeg');
  });
  test.each([
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/png,plain',
    'https://x.test/a.png',
    'data:image/png;base64,%%%',
  ])('none: %s', (url) => expect(parseImageDataUrl(url)).toBeUndefined());
});
