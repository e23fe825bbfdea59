/** The media type that the first bytes of a picture show, whatever was said about them. Undefined when it is none. */
export function imageType(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  if (/^RIFF....WEBP/s.test(start)) return 'image/webp';
  if (/^....ftypavi[fs]/s.test(start)) return 'image/avif';
  return isSvg(bytes) ? 'image/svg+xml' : undefined;
}

/** Hugging Face draws the avatars of those who have none as SVG. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 2_000)).trimStart();
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/.test(text);
}
