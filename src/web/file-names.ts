import { apartFromDevices } from './device-names.ts';

/** The fields that a pattern for file names can contain, in braces: `{date}`. */
export const FILE_NAME_FIELDS = [
  'date',
  'prompt',
  'seed',
  'model',
  'style',
  'service',
  'width',
  'height',
] as const;
export type FileNameField = (typeof FILE_NAME_FIELDS)[number];

const MOST_PATTERN = 120;
const MOST_FOLDER = 120;
const MOST_FOLDERS = 5;

/**
 * Characters that some file system or browser refuses in a name, and invisible characters, since those that turn the reading
 * direction could disguise a file's ending. Joiners (U+200C, U+200D) are allowed between letters and emoji: without them an emoji
 * falls apart, and a word in Persian or an Indian script becomes another one.
 */
const REFUSED =
  /(?:(?![\u200C\u200D])\p{C}|[<>:"/\\|?*%~]|(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}]))+/gu;

/**
 * A text as a part of a file name: without characters that a file system or a browser refuses, in one line, and without dots and
 * spaces at its start and end. Empty if nothing is left.
 */
export function safeName(text: string): string {
  const name = text
    .toWellFormed()
    .replace(REFUSED, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return apartFromDevices(name);
}

/** Cuts a text to at most `most` bytes of UTF-8, between characters as a reader sees them (graphemes). */
export function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += encoder.encode(segment).length;
    if (bytes > most) break;
    out += segment;
  }
  return out;
}

/** Whether a text is a valid pattern for file names: at most 120 characters, only known fields in braces, and not an empty name. */
export function isFileNamePattern(pattern: string): boolean {
  const fields = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
  const rest = pattern.replace(/\{\w+\}/g, '');
  const isKnown = fields.every((field) => FILE_NAME_FIELDS.includes(field as FileNameField));
  const isWritable = fields.length > 0 || safeName(rest) !== '';
  return pattern.length <= MOST_PATTERN && isKnown && isWritable && !/[{}]/.test(rest);
}

/** Whether a text is a folder in the downloads folder: up to 5 valid names, separated by slashes. An empty text means no folder. */
export function isDownloadFolder(folder: string): boolean {
  if (folder === '') return true;
  const parts = folder.split('/');
  return (
    folder.length <= MOST_FOLDER &&
    parts.length <= MOST_FOLDERS &&
    parts.every((part) => part !== '' && safeName(part) === part)
  );
}
