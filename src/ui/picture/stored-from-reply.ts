import { parsePicture } from '../../gallery/picture-schema.ts';
import type { StoredPicture } from '../../gallery/read.ts';
import { parseImageDataUrl } from '../../generation/data-url.ts';

/** A picture as the background sends it: its record is parsed, its bytes are a data URL. Undefined when either is invalid. */
export function storedFromReply(value: { picture: object; image: string }): StoredPicture | undefined {
  const picture = parsePicture(value.picture);
  const image = parseImageDataUrl(value.image);
  return picture && image ? { picture, blob: new Blob([image.bytes], { type: image.type }) } : undefined;
}
