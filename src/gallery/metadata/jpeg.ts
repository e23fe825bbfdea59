import { asciiBytes, concatBytes, latin1, viewOf } from './chunks.ts';

const EXIF_HEAD = 'Exif\0\0';
const XMP_HEAD = 'http://ns.adobe.com/xap/1.0/\0';
const APP1 = 0xe1;
/** The segment of Photoshop, which can contain captions. */
const APP13 = 0xed;
const COMMENT = 0xfe;
/** The most data of a segment: its length is a 16-bit number that includes the two bytes of the number itself. */
const MOST_SEGMENT_BYTES = 65_533;

interface Segment {
  marker: number;
  data: Uint8Array<ArrayBuffer>;
}

/** The segments before the picture itself, and the position where they end. */
function segmentsOf(jpeg: Uint8Array<ArrayBuffer>): { segments: Segment[]; end: number } {
  const view = viewOf(jpeg);
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    // The picture (SOS) begins here, or a marker that has no length.
    if (marker === 0xda || (marker >= 0xd0 && marker <= 0xd9)) break;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > jpeg.length) break;
    segments.push({ marker, data: jpeg.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return { segments, end: at };
}

/**
 * A copy of the JPEG in which this XMP and the first of these Exifs that fits into one segment (64 KB) replace the file's own; with
 * `alone` its comments, captions and other application data (APP1) are removed, too.
 */
export function withJpegMetadata(
  jpeg: Uint8Array<ArrayBuffer>,
  { exifs, xmp }: { exifs: readonly Uint8Array[]; xmp: string },
  alone = false,
): Uint8Array<ArrayBuffer> {
  const { segments, end } = segmentsOf(jpeg);
  const isOwn = ({ marker, data }: Segment) => marker === APP1 && startsWith(data, EXIF_HEAD, XMP_HEAD);
  const speaks = ({ marker }: Segment) => [APP1, APP13, COMMENT].includes(marker);
  const kept = segments.filter((segment) => !(isOwn(segment) || (alone && speaks(segment))));
  // The JFIF segment must be the first.
  const first = kept.filter(({ marker }) => marker === 0xe0);
  const rest = kept.filter(({ marker }) => marker !== 0xe0);
  const exif = exifs.find(({ length }) => EXIF_HEAD.length + length <= MOST_SEGMENT_BYTES);
  const added = [
    ...(exif ? [concatBytes(asciiBytes(EXIF_HEAD), exif)] : []),
    concatBytes(asciiBytes(XMP_HEAD), new TextEncoder().encode(xmp)),
  ];
  return concatBytes(
    jpeg.subarray(0, 2),
    ...[...first, ...added.map((data) => ({ marker: APP1, data })), ...rest].map(segmentBytes),
    jpeg.subarray(end),
  );
}

/** The Exif and the comment of a JPEG; each is left out when the file has none. */
export function jpegMetadata(jpeg: Uint8Array<ArrayBuffer>): { exif?: Uint8Array; comment?: string } {
  const { segments } = segmentsOf(jpeg);
  const exif = segments.find(({ marker, data }) => marker === APP1 && startsWith(data, EXIF_HEAD));
  const comment = segments.find(({ marker }) => marker === COMMENT);
  return {
    ...(exif && { exif: exif.data }),
    ...(comment && { comment: new TextDecoder().decode(comment.data) }),
  };
}

function startsWith(data: Uint8Array, ...heads: string[]): boolean {
  return heads.some((head) => latin1(data.subarray(0, head.length)) === head);
}

function segmentBytes({ marker, data }: Segment): Uint8Array {
  const length = data.length + 2;
  return concatBytes(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data);
}
