import { visible } from './visible.ts';

/** File systems end a name at 255 bytes, and a browser adds its own number to a repeat. */
const MOST_BYTES = 200;
/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name to save a file of a repository under: the last piece of its path, without what turns the reading direction or
 * leads into another folder, and without what a file system refuses. The ending stays.
 */
export function safeFileName(path: string): string {
  const last = visible(path.replaceAll('\\', '/')).split('/').at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*~%]+/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const name = plain === '' ? 'file' : DEVICE.test(plain) ? `_${plain}` : plain;
  return shortened(name);
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= MOST_BYTES) return name;
  const ending = /\.[^.]{1,20}$/.exec(name)?.[0] ?? '';
  let bytes = encoder.encode(ending).length;
  let start = '';
  for (const letter of name.slice(0, name.length - ending.length)) {
    bytes += encoder.encode(letter).length;
    if (bytes > MOST_BYTES) break;
    start += letter;
  }
  return start + ending;
}
