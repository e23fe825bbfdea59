import { isUnusable } from '../../gallery/index.ts';

/**
 * Why there is nothing to show: another version wrote the gallery, the browser keeps none here, or it cannot be read now, as on
 * a full disk.
 */
export type GalleryTrouble = 'newer' | 'unusable' | 'unreadable';

/** What is wrong with a gallery that rejects with this. */
export function troubleOf(reason: unknown): GalleryTrouble {
  // Without any database there is nothing that could reject with an error of its own.
  if (!(reason instanceof DOMException) || isUnusable(reason)) return 'unusable';
  return reason.name === 'VersionError' ? 'newer' : 'unreadable';
}
