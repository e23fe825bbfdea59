import { apartFromDevices } from './device-names.ts';
import { visible } from './visible.ts';

/** File systems allow 255 bytes in a name; the rest is for the number that a browser adds when the name is taken. */
const MOST_BYTES = 200;

/**
 * The name to save a repository's file under: the last part of its path, without invisible characters (which could turn the
 * reading direction), slashes, and characters that a file system refuses. At most `MOST_BYTES` long; the ending stays.
 */
export function safeFileName(path: string): string {
  const last = visible(path.replaceAll('\\', '/')).split('/').at(-1) ?? '';
  const plain = last.replace(/[<>:"|?*~%]+/g, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  return apartFromDevices(shortened(plain || 'file'));
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
