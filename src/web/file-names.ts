/** What a pattern of file names can hold, in braces. */
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

/** Names that Windows takes for devices, whatever stands behind their first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * What some file system or browser refuses in a name, and marks that turn the reading direction and could disguise the end. Not
 * what joins the parts of an emoji, or letters of Persian and Indian scripts, where it does: without it the word is another one.
 */
const REFUSED =
  /(?:(?![\u200C\u200D])\p{C}|[<>:"/\\|?*%~]|(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}]))+/gu;

/**
 * A text as a part of a file name: without what a file system or a browser refuses, in one line, and not beginning or
 * ending with a dot or a space. Empty where nothing is left.
 */
export function safeName(text: string): string {
  const name = text
    .toWellFormed()
    .replace(REFUSED, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Cuts between characters as a reader sees them, to at most so many bytes of UTF-8. */
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

/** Whether a text is a pattern for file names: something to write, and no braces but those of the known fields. */
export function isFileNamePattern(pattern: string): boolean {
  const fields = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
  const rest = pattern.replace(/\{\w+\}/g, '');
  const isKnown = fields.every((field) => FILE_NAME_FIELDS.includes(field as FileNameField));
  const isWritable = fields.length > 0 || safeName(rest) !== '';
  return pattern.length <= MOST_PATTERN && isKnown && isWritable && !/[{}]/.test(rest);
}

/** Whether a text is a folder below the downloads: its parts between slashes, each a name that can be written as it is. Empty: none. */
export function isDownloadFolder(folder: string): boolean {
  if (folder === '') return true;
  const parts = folder.split('/');
  return (
    folder.length <= MOST_FOLDER &&
    parts.length <= MOST_FOLDERS &&
    parts.every((part) => part !== '' && safeName(part) === part)
  );
}
