import { asciiBytes, type Chunk, concatBytes, fourBytes, latin1, viewOf } from './chunks.ts';

/** Bytes of a PNG's signature. After it come chunks of length, name, data and checksum (https://www.w3.org/TR/png-3/). */
const SIGNATURE = 8;
/** The names of chunks with texts. */
const TEXTS = ['tEXt', 'zTXt', 'iTXt'];
const EXIF = 'eXIf';
/** A compressed text that unpacks to more bytes than this is not read. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024;
/** Bytes of all texts that are read: a small file may hold thousands of texts that unpack to as much as one may have. */
const MOST_BYTES_OF_ALL = 4 * MOST_TEXT_BYTES;

/** The chunks of a PNG, up to the first chunk that is cut off. */
export function pngChunks(png: Uint8Array<ArrayBuffer>): Chunk[] {
  const view = viewOf(png);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) break;
    chunks.push({ name: latin1(png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/**
 * A copy of the PNG with these texts, which replace texts with the same keywords; with `alone` they replace all texts, and the
 * Exif in `alone` replaces the file's own.
 */
export function withPngTexts(
  png: Uint8Array<ArrayBuffer>,
  texts: Record<string, string>,
  alone?: { exif?: Uint8Array<ArrayBuffer> | undefined },
): Uint8Array<ArrayBuffer> {
  const says = (chunk: Chunk) =>
    alone ? TEXTS.includes(chunk.name) || chunk.name === EXIF : Object.hasOwn(texts, keywordOf(chunk) ?? '');
  const kept = pngChunks(png).filter((chunk) => !says(chunk));
  const added = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  if (alone?.exif) added.push({ name: EXIF, data: alone.exif });
  const [head, ...rest] = kept;
  if (!head) return png;
  return concatBytes(png.subarray(0, SIGNATURE), ...[head, ...added, ...rest].map(chunkBytes));
}

/** The Exif of a PNG, if it has one. */
export function pngExif(png: Uint8Array<ArrayBuffer>): Uint8Array | undefined {
  return pngChunks(png).find(({ name }) => name === EXIF)?.data;
}

/**
 * The texts of a PNG by keyword, from `tEXt`, `zTXt` and `iTXt` chunks. Texts that cannot be read are left out, and texts after
 * `MOST_BYTES_OF_ALL`.
 */
export async function pngTexts(png: Uint8Array<ArrayBuffer>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  let left = MOST_BYTES_OF_ALL;
  for (const chunk of pngChunks(png)) {
    if (left <= 0) break;
    const keyword = keywordOf(chunk);
    if (keyword === undefined || texts.has(keyword)) continue;
    const text = await textOf(chunk, keyword.length + 1).catch(() => undefined);
    // One that is not read may have been unpacked as far as is allowed.
    left -= Math.min(text?.length ?? MOST_TEXT_BYTES, MOST_TEXT_BYTES);
    if (text !== undefined) texts.set(keyword, text);
  }
  return texts;
}

function keywordOf({ name, data }: Chunk): string | undefined {
  if (!TEXTS.includes(name)) return undefined;
  const end = data.subarray(0, 80).indexOf(0);
  return end > 0 ? latin1(data.subarray(0, end)) : undefined;
}

async function textOf({ name, data }: Chunk, from: number): Promise<string> {
  // Some tools write UTF-8 into this Latin-1 field: valid UTF-8 is decoded as such.
  if (name === 'tEXt') return utf8OrLatin1(data.subarray(from));
  if (name === 'zTXt') return utf8OrLatin1(await inflate(data.subarray(from + 1)));
  const language = data.indexOf(0, from + 2);
  const translated = data.indexOf(0, language + 1);
  if (language < 0 || translated < 0) throw new RangeError('Cut off');
  const text = data.subarray(translated + 1);
  return new TextDecoder().decode(data[from] === 1 ? await inflate(text) : text);
}

function utf8OrLatin1(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_TEXT_BYTES) throw new RangeError('Unpacks to too much');
    parts.push(part);
  }
  return concatBytes(...parts);
}

/** The chunk of a text: `tEXt`, which most tools read, if the text fits into Latin-1; else `iTXt`, which is UTF-8. */
function textChunk(keyword: string, text: string): Chunk {
  const head = concatBytes(asciiBytes(keyword), new Uint8Array(1));
  const isLatin1 = [...text].every((letter) => (letter.codePointAt(0) ?? 0) < 256);
  if (isLatin1 && !keyword.startsWith('XML'))
    return { name: 'tEXt', data: concatBytes(head, asciiBytes(text)) };
  // Not compressed; no language, no translated keyword.
  return { name: 'iTXt', data: concatBytes(head, new Uint8Array(4), new TextEncoder().encode(text)) };
}

function chunkBytes({ name, data }: Chunk): Uint8Array<ArrayBuffer> {
  const checked = concatBytes(asciiBytes(name), data);
  return concatBytes(fourBytes(data.length), checked, fourBytes(crc32(checked)));
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
