export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif' | 'image/gif';

/**
 * The image type that the bytes show, independent of the Content-Type (some services answer JPEG when asked for PNG).
 * Undefined for anything that is not a picture, and for SVG, which can carry script.
 */
export function sniffImageType(bytes: Uint8Array): ImageType | undefined {
  const text = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  // The major brand may be a general one; then AVIF is among the compatible brands.
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 32))) return 'image/avif';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif';
  return undefined;
}

/** Like `sniffImageType`, but also detects SVG, the type of Hugging Face's default avatars. */
export function sniffAvatarType(bytes: Uint8Array): ImageType | 'image/svg+xml' | undefined {
  return sniffImageType(bytes) ?? (isSvg(bytes) ? 'image/svg+xml' : undefined);
}

/** How many bytes of a file are searched for `<svg`. */
const PROLOGUE_BYTES = 2_000;

/** Whether a file starts with `<svg`, possibly after an XML declaration, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  let rest = new TextDecoder().decode(bytes.subarray(0, PROLOGUE_BYTES)).trimStart();
  for (let before = ''; rest !== before; ) {
    before = rest;
    rest = withoutPrologue(rest).trimStart();
  }
  return /^<svg[\s>/]/.test(rest);
}

/** The text without the first piece of a prologue (declaration, comment or document type); unchanged when there is none. */
function withoutPrologue(text: string): string {
  const piece = [
    { start: '<?xml', end: '?>' },
    { start: '<!--', end: '-->' },
    { start: '<!doctype svg', end: '>' },
  ].find(({ start }) => text.slice(0, start.length).toLowerCase() === start);
  const end = piece ? text.indexOf(piece.end, piece.start.length) : -1;
  return piece && end !== -1 ? text.slice(end + piece.end.length) : text;
}
