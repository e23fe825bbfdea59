/** What happened to some pictures. */
export type GalleryChange =
  | { what: 'made'; ids: string[] }
  | { what: 'gone'; ids: string[] }
  | { what: 'favourite'; ids: string[]; favourite: boolean };

/**
 * Broadcast by the background when pictures were added, deleted or changed, so that pages show it. Without a change, and with
 * one of which a page does not know enough, the page reads the whole gallery again.
 */
export interface GalleryChanged {
  name: 'galleryChanged';
  change?: GalleryChange;
}

/** The broadcast, when a message is one. A change that cannot be read is left out. */
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
