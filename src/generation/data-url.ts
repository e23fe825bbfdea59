import { fromBase64, toBase64 } from '../web/base64.ts';
import { type ImageType, sniffImageType } from '../web/image-type.ts';

/** The bytes as a base64 data URL, the form of pictures in seed 004. */
export function toDataUrl(bytes: Uint8Array, type: ImageType): string {
  return `data:${type};base64,${toBase64(bytes)}`;
}

/** The bytes of a picture's data URL and their type, by the bytes; undefined when it is not a picture of a supported type. */
export function parseImageDataUrl(
  url: string,
): { bytes: Uint8Array<ArrayBuffer>; type: ImageType } | undefined {
  const head = /^data:[^,]{0,100};base64,/i.exec(url);
  const bytes = head ? fromBase64(url.slice(head[0].length)) : undefined;
  const type = bytes && sniffImageType(bytes);
  return bytes && type ? { bytes, type } : undefined;
}
