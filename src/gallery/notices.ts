/**
 * What happened to pictures while nobody looked, by the keys under which it lies in `storage.local` until the user has read
 * it: some made room for others and are gone for good; some could not be saved as files by themselves.
 */
export const NOTICE_KEYS = { removed: 'pictures-removed', unsaved: 'pictures-not-saved' } as const;
export type NoticeName = keyof typeof NOTICE_KEYS;

export interface GalleryNotice {
  pictures: number;
  /** Epoch milliseconds of the last one. */
  at: number;
}

/** A stored notice; undefined where none lies there, or nothing that is one. */
export function parseNotice(value: unknown): GalleryNotice | undefined {
  const { pictures, at } = (value ?? {}) as { pictures?: unknown; at?: unknown };
  const isCount = typeof pictures === 'number' && Number.isInteger(pictures) && pictures > 0;
  return isCount && typeof at === 'number' ? { pictures, at } : undefined;
}

/** The notice after so many more. */
export function withMore(value: unknown, pictures: number, at: number): GalleryNotice {
  return { pictures: (parseNotice(value)?.pictures ?? 0) + pictures, at };
}
