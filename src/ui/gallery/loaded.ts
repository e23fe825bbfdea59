import type { Picture, PlaceInGallery } from '../../gallery/index.ts';
import { searchText } from './filter.ts';
import { withNewest, withSizes } from './list/changed-columns.ts';
import { NO_PICTURES, type PictureColumns } from './list/picture-columns.ts';
import { createWordIndexBuilder, type WordIndex, withMoreTexts } from './list/word-index.ts';

/** What the page holds of all pictures. */
export interface Loaded {
  columns: PictureColumns;
  words: WordIndex;
  /** How many texts `words` has, including those of pictures that were deleted since. */
  texts: number;
  /** How many pictures were added since all were read. */
  added: number;
  /** The place of the newest picture; undefined where no picture was read. */
  newest?: PlaceInGallery[0] | undefined;
}

export const NOTHING_LOADED: Loaded = {
  columns: NO_PICTURES,
  words: createWordIndexBuilder().index(),
  texts: 0,
  added: 0,
};

/**
 * Up to this number, new pictures are added one by one. Then all are read again, so that a search does not go
 * through ever more small indexes.
 */
const MOST_ADDED = 100;

/**
 * The loaded pictures with those that were just made, or made anew. Undefined where all have to be read
 * again: when one is not newer than all others, as after an import or an undo, and when more than
 * `MOST_ADDED` were added.
 */
export function withMade(before: Loaded, pictures: readonly Picture[]): Loaded | undefined {
  const kept = pictures.filter(({ deletedAt }) => deletedAt === undefined);
  const known = new Set(before.columns.ids);
  const sized = withSizes(before.columns, kept);
  const fresh = kept.filter(({ id }) => !known.has(id)).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  if (fresh.length === 0) return { ...before, columns: sized };
  const { newest = Number.POSITIVE_INFINITY } = before;
  const areNewest = fresh.every(({ place }) => place !== undefined && place < newest);
  const added = before.added + fresh.length;
  if (!areNewest || added > MOST_ADDED) return undefined;
  return {
    columns: withNewest(sized, fresh, before.texts),
    words: withMoreTexts(before.words, before.texts, fresh.map(searchText)),
    texts: before.texts + fresh.length,
    added,
    newest: fresh[0]?.place,
  };
}
