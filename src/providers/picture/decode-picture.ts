import {
  fromBase64,
  MAX_IMAGE_BYTES,
  type PictureBytes,
  parseImageDataUrl,
  sniffImageType,
} from '../../generation/index.ts';

/** base64 takes four characters for three bytes; white space and a data URL's head come on top. */
const MAX_CHARACTERS = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 1_000_000;

/** The picture in a base64 string or a data URL; undefined when there is none in it that we show, or a larger one. */
export function decodePicture(text: string): PictureBytes | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const picture = /^data:/i.test(text) ? parseImageDataUrl(text) : fromBareBase64(text);
  return picture && picture.bytes.length <= MAX_IMAGE_BYTES ? picture : undefined;
}

function fromBareBase64(text: string): PictureBytes | undefined {
  const bytes = fromBase64(text);
  const type = bytes && sniffImageType(bytes);
  return bytes && type ? { bytes, type } : undefined;
}
