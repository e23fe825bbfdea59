/**
 * Storage keys (`storage.local`) of notices for the user, which stay until the user has read them. `removed`: pictures were
 * deleted to make room for others. `unsaved`: pictures could not be saved as files automatically.
 */
export const NOTICE_KEYS = { removed: 'pictures-removed', unsaved: 'pictures-not-saved' } as const;
export type NoticeName = keyof typeof NOTICE_KEYS;

export interface GalleryNotice {
  pictures: number;
  /** When it last happened, in epoch milliseconds. */
  at: number;
}

/** Parses a stored notice; undefined when there is none, or it cannot be read. */
export function parseNotice(value: unknown): GalleryNotice | undefined {
  const { pictures, at } = (value ?? {}) as { pictures?: unknown; at?: unknown };
  const isCount = typeof pictures === 'number' && Number.isInteger(pictures) && pictures > 0;
  return isCount && typeof at === 'number' ? { pictures, at } : undefined;
}

/** A stored notice with the number of pictures raised by `pictures`. `at` is epoch milliseconds. */
export function withMore(value: unknown, pictures: number, at: number): GalleryNotice {
  return { pictures: (parseNotice(value)?.pictures ?? 0) + pictures, at };
}
