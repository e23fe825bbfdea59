/** A picture larger than this is refused while it streams: 25 MB. */
export const MAX_IMAGE_BYTES = 25 * 1024 * 1024;
