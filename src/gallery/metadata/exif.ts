import { asciiBytes, concatBytes, latin1, viewOf } from './chunks.ts';

/** Tags of Exif 2.32 into which picture generators write how a picture was made. */
const TAGS: Record<number, string> = {
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  37510: 'UserComment',
};
const EXIF_POINTER = 0x8769;
const UTF16 = 'UNICODE\0';

/** Exif data (without the head `Exif\0\0`) with a text as user comment, in the form of A1111: UTF-16, big-endian. */
export function exifWithComment(text: string): Uint8Array<ArrayBuffer> {
  const comment = new Uint8Array(8 + 2 * text.length);
  comment.set(asciiBytes(UTF16));
  for (let at = 0; at < text.length; at += 1) viewOf(comment).setUint16(8 + 2 * at, text.charCodeAt(at));
  const head = new Uint8Array(44);
  const view = viewOf(head);
  head.set(asciiBytes('MM'));
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  // The first directory has one entry, a pointer to the Exif directory. That has one entry, too: the comment, which follows it.
  entry(view, 8, { tag: EXIF_POINTER, type: 4, count: 1, value: 26 });
  entry(view, 26, { tag: 0x9286, type: 7, count: comment.length, value: 44 });
  return concatBytes(head, comment);
}

function entry(
  view: DataView,
  at: number,
  field: { tag: number; type: number; count: number; value: number },
) {
  view.setUint16(at, 1);
  view.setUint16(at + 2, field.tag);
  view.setUint16(at + 4, field.type);
  view.setUint32(at + 6, field.count);
  view.setUint32(at + 10, field.value);
}

/** The texts in Exif data, by the names of their tags (see `TAGS`). Texts that cannot be read are left out; never throws. */
export function exifTexts(exif: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  try {
    const tiff = latin1(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif;
    const view = viewOf(tiff);
    const little = latin1(tiff.subarray(0, 2)) === 'II';
    const main = readDirectory(tiff, view.getUint32(4, little), little, texts);
    if (main !== undefined) readDirectory(tiff, main, little, texts);
  } catch {
    // Truncated or malicious: keep what was read so far.
  }
  return texts;
}

/** Reads the texts of one directory into `texts`. Returns the position of the Exif directory, if this one points to it. */
function readDirectory(tiff: Uint8Array, start: number, little: boolean, texts: Map<string, string>) {
  const view = viewOf(tiff);
  let exif: number | undefined;
  const count = Math.min(view.getUint16(start, little), 200);
  for (let place = 0; place < count; place += 1) {
    const at = start + 2 + 12 * place;
    const tag = view.getUint16(at, little);
    const length = view.getUint32(at + 4, little);
    const value = view.getUint32(at + 8, little);
    const name = TAGS[tag];
    if (tag === EXIF_POINTER) exif = value;
    else if (name !== undefined)
      texts.set(
        name,
        decode(tiff.subarray(length > 4 ? value : at + 8, (length > 4 ? value : at + 8) + length), little),
      );
  }
  return exif;
}

function decode(bytes: Uint8Array, little: boolean): string {
  const code = latin1(bytes.subarray(0, 8));
  if (code === 'ASCII\0\0\0') return trimmed(new TextDecoder().decode(bytes.subarray(8)));
  if (code !== UTF16) return trimmed(new TextDecoder().decode(bytes));
  const words = bytes.subarray(8);
  const marked = MARKS.find(([mark]) => latin1(words.subarray(0, 2)) === mark);
  if (marked) return trimmed(new TextDecoder(marked[1]).decode(words));
  const utf8 = words.includes(0) ? undefined : asUtf8(words);
  if (utf8?.includes('Steps: ')) return utf8;
  // Some tools ignore the file's byte order. In Latin text one byte of each pair is zero, which shows the real order.
  const zeros = (from: number) => words.filter((byte, at) => at % 2 === from && byte === 0).length;
  const order = zeros(0) === zeros(1) ? little : zeros(1) > zeros(0);
  return trimmed(new TextDecoder(order ? 'utf-16le' : 'utf-16be').decode(words));
}

/** Byte order marks. */
const MARKS = [
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
] as const;

/** Decodes UTF-8, which some tools write although they declare UTF-16; undefined when the bytes are not UTF-8. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const trimmed = (text: string) => text.replace(/\0+$/, '');
