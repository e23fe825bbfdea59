const MEGABYTE = 1_000_000;

/** The most bytes that are read of one answer, so that a hub cannot fill the memory. */
export const BYTE_LIMITS = { repository: 5 * MEGABYTE, list: 20 * MEGABYTE, picture: 5 * MEGABYTE } as const;
