const MEGABYTE = 1_000_000;

/** The most bytes that are read of one answer: what a hub sends beyond is not worth the memory. */
export const BYTE_LIMITS = { repository: 5 * MEGABYTE, list: 20 * MEGABYTE, picture: 5 * MEGABYTE } as const;
