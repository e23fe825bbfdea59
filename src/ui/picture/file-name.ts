import type { ImageType } from '../../generation/index.ts';

const EXTENSIONS: Record<ImageType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
};

/** The longest prompt in a name, in bytes: file systems allow 255 for the whole name. */
const MOST_BYTES = 150;

/**
 * A name that sorts by time and says what is on the picture: `2026-11-22 15.04.05 a red fox in the snow.png`. Local
 * time. Free of what a file system refuses, and of marks that turn the reading direction and could disguise the end.
 */
export function pictureFileName(prompt: string, createdAt: Date, type: ImageType): string {
  const words = shorten(prompt.replace(/[\p{C}<>:"/\\|?*%~]+/gu, ' ').replace(/\s+/gu, ' '));
  return `${timestamp(createdAt)}${words && ` ${words}`}.${EXTENSIONS[type]}`;
}

function timestamp(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}.${two(date.getSeconds())}`;
}

/** Cuts a text between graphemes, and removes dots and spaces at its end, which some file systems refuse. */
function shorten(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MOST_BYTES) break;
    out += segment;
  }
  return out.replace(/^[\s.]+|[\s.]+$/gu, '');
}
