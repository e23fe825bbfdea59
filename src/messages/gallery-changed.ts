/** What happened to the pictures with these ids. */
export type GalleryChange =
  | { what: 'made'; ids: string[] }
  | { what: 'gone'; ids: string[] }
  | { what: 'favourite'; ids: string[]; favourite: boolean };

/**
 * Broadcast by the background when pictures were added, deleted or changed. A page applies `change`; without it, or if a page
 * lacks the data to apply it, the page reads the whole gallery again.
 */
export interface GalleryChanged {
  name: 'galleryChanged';
  change?: GalleryChange;
}

/** The parsed `GalleryChanged` broadcast; undefined for any other message. A change that cannot be read is left out. */
export function asGalleryChanged(message: unknown): GalleryChanged | undefined {
  const { name, change } = (message ?? {}) as { name?: unknown; change?: unknown };
  if (name !== 'galleryChanged') return undefined;
  return { name, ...(isChange(change) && { change }) };
}

function isChange(value: unknown): value is GalleryChange {
  const { what, ids, favourite } = (value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return false;
  return what === 'made' || what === 'gone' || (what === 'favourite' && typeof favourite === 'boolean');
}
