import { MAX_IMAGE_BYTES } from '../../generation/index.ts';
import { fromBase64 } from '../../web/base64.ts';

/** base64 takes four characters for three bytes; white space and a data URL's head come on top. */
const MAX_CHARACTERS = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 1_000_000;
const DATA_URL_HEAD = /^data:[^,]{0,100};base64,/i;

/** The bytes in a base64 string or a base64 data URL; undefined when it is neither, or too long for a picture. */
export function bytesInText(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const head = DATA_URL_HEAD.exec(text)?.[0];
  if (head === undefined && /^data:/i.test(text)) return undefined;
  return fromBase64(head === undefined ? text : text.slice(head.length));
}
