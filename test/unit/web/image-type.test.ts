import { describe, expect, test } from 'vitest';
import { sniffAvatarType, sniffImageType } from '../../../src/web/image-type.ts';
import { processorMs } from '../processor-time.ts';

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );

describe('the bytes decide', () => {
  test.each([
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0])],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['image/webp', bytes('RIFF', [4, 0, 0, 0], 'WEBPVP8 ')],
    ['image/avif', bytes([0, 0, 0, 28], 'ftypavif', [0, 0, 0, 0], 'avifmif1miaf')],
    ['image/avif', bytes([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'mif1avif')],
    ['image/gif', bytes('GIF89a')],
  ])('%s', (type, picture) =>
    expect([sniffImageType(picture), sniffAvatarType(picture)]).toEqual([type, type]),
  );

  test.each([
    '',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!doctype html>',
    '{"error":"x"}',
    'RIFF....AVI ',
    'GIF8',
  ])('no picture: %j', (text) => expect(sniffImageType(bytes(text))).toBeUndefined());
});

describe('an avatar may be SVG, too', () => {
  test.each([
    '<svg xmlns="x">',
    '<svg/>',
    '\n<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>',
    '<!-- a --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><!---->\n<svg>',
  ])('%j', (text) => expect(sniffAvatarType(bytes(text))).toBe('image/svg+xml'));

  test.each([
    '',
    '<html><svg></svg>',
    '<!doctype html><svg>',
    '{"error":"x"}',
    '<svgish>',
    '<!-- <svg>',
    `${' '.repeat(3_000)}<svg>`,
  ])('no picture: %j', (text) => expect(sniffAvatarType(bytes(text))).toBeUndefined());

  test.each([
    ['comments', '<!---->'.repeat(40)],
    ['comments that are open', '<!--'.repeat(500)],
    ['declarations', '<?xml?>'.repeat(280)],
    ['half ends', `<!--${'-'.repeat(1_900)}`],
  ])('is told at once from many %s', (_, text) => {
    // A regular expression with backtracking would take years.
    expect(processorMs(() => expect(sniffAvatarType(bytes(text))).toBeUndefined())).toBeLessThan(5_000);
  });
});
