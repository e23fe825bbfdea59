import { type ImageType, styleUsed } from '../../generation/index.ts';
import { cutToBytes, type FileNameField, safeName } from '../../web/file-names.ts';
import { EXTENSIONS } from '../archive/archive-format.ts';
import type { Picture } from '../picture.ts';

/** The most bytes of a name without its ending. File systems allow 255, and browsers add a number when the name is taken. */
const MOST_BYTES = 200;
/** The most bytes of the prompt in a name, so that there is room for the fields after it. */
const MOST_WORDS_BYTES = 150;

type Named = Pick<Picture, 'request' | 'createdAt' | 'provider' | 'model' | 'width' | 'height'>;

/**
 * A picture's file name by the user's pattern: `{date} {prompt}` gives `2026-11-22 15.04.05 a red fox in the snow.png`, which
 * sorts by time. Times are local. Every file system and browser accepts the name, whatever the prompt is. A field without a
 * value becomes an empty text; if nothing of the name is left, it is the date.
 */
export function fileName(pattern: string, picture: Named, type: ImageType): string {
  const withWords = (words: string) => {
    const filled = pattern.replace(/\{(\w+)\}/g, (_, field: FileNameField) =>
      field === 'prompt' ? words : safeName(known(field, picture) ?? ''),
    );
    return safeName(filled);
  };
  const room = MOST_BYTES - new TextEncoder().encode(withWords('')).length;
  const words = cutToBytes(safeName(picture.request.prompt), Math.max(0, Math.min(MOST_WORDS_BYTES, room)));
  const name = safeName(cutToBytes(withWords(words), MOST_BYTES)) || timestamp(picture.createdAt);
  return `${name}.${EXTENSIONS[type]}`;
}

function known(field: FileNameField, picture: Named): string | undefined {
  const { request, createdAt, provider, model, width, height } = picture;
  const style = styleUsed(request);
  const values: Record<FileNameField, string | number | undefined> = {
    date: timestamp(createdAt),
    prompt: request.prompt,
    seed: request.seed,
    model: (model ?? request.model)?.split('/').at(-1),
    style: style?.name ?? style?.id,
    service: provider,
    width: width ?? request.width,
    height: height ?? request.height,
  };
  return values[field]?.toString();
}

function timestamp(createdAt: number): string {
  const date = new Date(createdAt);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}.${two(date.getSeconds())}`;
}
