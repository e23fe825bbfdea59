import { toDataUrl } from './data-url.ts';
import type { PictureBytes } from './types.ts';

/**
 * Creates a successful result with a picture's bytes. Its `image`, the data URL of seed 004, is made when it is first read, since
 * making it takes time and it needs a third more memory. `picture` is not enumerable, so that a copy or the JSON of the result
 * has only the seed's fields.
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
