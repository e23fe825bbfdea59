import { asciiBytes, concatBytes, viewOf } from './chunks.ts';

/** Of Exif 2.32. */
export const ORIENTATION = 0x0112;
export const EXIF_POINTER = 0x8769;
const USER_COMMENT = 0x9286;
/** Types of values: numbers of 2 and of 4 bytes, and bytes that name their own form. */
export const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
/** The form of a user comment in UTF-16. */
export const UTF16 = 'UNICODE\0';

interface Entry {
  tag: number;
  type: number;
  count: number;
  value: number;
}

/** The position of the main directory: it follows the head, which holds the byte order (big-endian) and this position. */
const MAIN = 8;
const directoryBytes = (entries: number) => 2 + 12 * entries + 4;

/**
 * Exif data (without the head `Exif\0\0`) with a text as user comment, in the form of A1111: UTF-16, big-endian.
 *
 * @param orientation The orientation in which viewers show the picture, 1 to 8; undefined for none.
 */
export function exifWithComment(text: string, orientation?: number): Uint8Array<ArrayBuffer> {
  const comment = new Uint8Array(8 + 2 * text.length);
  comment.set(asciiBytes(UTF16));
  for (let at = 0; at < text.length; at += 1) viewOf(comment).setUint16(8 + 2 * at, text.charCodeAt(at));
  // The main directory points to the Exif directory, which follows it. That has one entry: the comment, which follows it.
  const turned = orientationEntries(orientation);
  const exif = MAIN + directoryBytes(turned.length + 1);
  const pointer = { tag: EXIF_POINTER, type: LONG, count: 1, value: exif };
  const value = exif + directoryBytes(1);
  return concatBytes(
    head(),
    directory([...turned, pointer]),
    directory([{ tag: USER_COMMENT, type: UNDEFINED, count: comment.length, value }]),
    comment,
  );
}

/** Exif data with nothing but an orientation, 1 to 8. */
export function exifWithOrientation(orientation: number): Uint8Array<ArrayBuffer> {
  return concatBytes(head(), directory(orientationEntries(orientation)));
}

// The 2 bytes of a short number are the first of the 4 that an entry has for its value.
const orientationEntries = (orientation: number | undefined): Entry[] =>
  orientation === undefined
    ? []
    : [{ tag: ORIENTATION, type: SHORT, count: 1, value: orientation * 0x1_0000 }];

function head(): Uint8Array {
  const bytes = new Uint8Array(MAIN);
  bytes.set(asciiBytes('MM'));
  viewOf(bytes).setUint16(2, 42);
  viewOf(bytes).setUint32(4, MAIN);
  return bytes;
}

/** A directory with these entries, in the order of their tags, and none behind it. */
function directory(entries: Entry[]): Uint8Array {
  const bytes = new Uint8Array(directoryBytes(entries.length));
  const view = viewOf(bytes);
  view.setUint16(0, entries.length);
  for (const [place, { tag, type, count, value }] of entries.entries()) {
    const at = 2 + 12 * place;
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
    view.setUint32(at + 8, value);
  }
  return bytes;
}
