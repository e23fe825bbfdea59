import { fromBase64 } from '../../web/base64.ts';

/** The bytes of a base64 string. Throws for a text that is no base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text);
  if (!bytes) throw new RangeError('Not base64');
  return bytes;
}
