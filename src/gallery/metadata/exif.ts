import { latin1, viewOf } from './chunks.ts';
import { EXIF_POINTER, ORIENTATION, SHORT, UTF16 } from './write-exif.ts';

/** Tags of Exif 2.32 into which picture generators write how a picture was made. */
const TAGS: Record<number, string> = {
  270: 'ImageDescription',
  271: 'Make',
  272: 'Model',
  37510: 'UserComment',
};
/** Bytes of one value of a type; one, where it is not named here. */
const BYTES: Record<number, number> = { 3: 2, 4: 4, 5: 8, 9: 4, 10: 8 };

/** A field of Exif data. `bytes` is its value; numbers in it are little-endian if `little`. */
interface Field {
  tag: number;
  type: number;
  bytes: Uint8Array;
  little: boolean;
}

/** The texts in Exif data, by the names of their tags (see `TAGS`). Texts that cannot be read are left out; never throws. */
export function exifTexts(exif: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { tag, bytes, little } of fieldsOf(exif)) {
    const name = TAGS[tag];
    if (name !== undefined) texts.set(name, decode(bytes, little));
  }
  return texts;
}

/** The orientation in Exif data, 2 to 8. Undefined if there is none, or if the picture is shown as it is stored; never throws. */
export function exifOrientation(exif: Uint8Array): number | undefined {
  const field = fieldsOf(exif).find(({ tag, type }) => tag === ORIENTATION && type === SHORT);
  if (!field || field.bytes.length < 2) return undefined;
  const orientation = viewOf(field.bytes).getUint16(0, field.little);
  return orientation >= 2 && orientation <= 8 ? orientation : undefined;
}

/** The fields of the main directory, then of the Exif directory, up to the first field that cannot be read. */
function fieldsOf(exif: Uint8Array): Field[] {
  const fields: Field[] = [];
  try {
    const tiff = latin1(exif.subarray(0, 6)) === 'Exif\0\0' ? exif.subarray(6) : exif;
    const little = latin1(tiff.subarray(0, 2)) === 'II';
    addFields(fields, tiff, viewOf(tiff).getUint32(4, little), little);
    const pointer = fields.find(({ tag }) => tag === EXIF_POINTER);
    if (pointer) addFields(fields, tiff, viewOf(pointer.bytes).getUint32(0, little), little);
  } catch {
    // Truncated or malicious: keep what was read so far.
  }
  return fields;
}

function addFields(fields: Field[], tiff: Uint8Array, start: number, little: boolean) {
  const view = viewOf(tiff);
  const count = Math.min(view.getUint16(start, little), 200);
  for (let place = 0; place < count; place += 1) {
    const at = start + 2 + 12 * place;
    const type = view.getUint16(at + 2, little);
    const length = view.getUint32(at + 4, little) * (BYTES[type] ?? 1);
    const from = length > 4 ? view.getUint32(at + 8, little) : at + 8;
    fields.push({ tag: view.getUint16(at, little), type, bytes: tiff.subarray(from, from + length), little });
  }
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

function trimmed(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\0') end -= 1;
  return text.slice(0, end);
}
