import { toDataUrl } from './data-url.ts';
import type { PictureBytes } from './types.ts';

/**
 * A success that holds a picture's bytes. Its `image`, the data URL of seed 004, is made when it is first read, since
 * that takes time and a third more memory. `picture` is not enumerable: a copy of the result, or its JSON, has the
 * seed's fields alone.
 */
export function pictureResult<Rest extends object>(
  picture: PictureBytes,
  rest: Rest,
): Rest & { success: true; image: string; picture: PictureBytes } {
  let image: string | undefined;
  const result = {
    success: true as const,
    get image() {
      image ??= toDataUrl(picture.bytes, picture.type);
      return image;
    },
    ...rest,
  };
  return Object.defineProperty(result, 'picture', { value: picture }) as typeof result & {
    picture: PictureBytes;
  };
}
