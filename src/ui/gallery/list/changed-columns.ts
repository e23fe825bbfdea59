import type { Picture } from '../../../gallery/index.ts';
import { tileRatio } from '../wall/justified-rows.ts';
import { atPlaces, type PictureColumns, placeOfShape, withRecords } from './picture-columns.ts';

/** The columns without the pictures of these ids. */
export function without(before: PictureColumns, ids: ReadonlySet<string>): PictureColumns {
  const rows = before.ids.flatMap((id, row) => (ids.has(id) ? [] : [row]));
  return rows.length === before.ids.length ? before : atPlaces(before, rows);
}

export function withFavourites(
  before: PictureColumns,
  ids: ReadonlySet<string>,
  favourite: boolean,
): PictureColumns {
  const marks = before.favourite.map((mark, row) =>
    ids.has(before.ids[row] ?? '') ? Number(favourite) : mark,
  );
  return { ...before, favourite: marks };
}

/**
 * The columns with pictures that are newer than all in `before`, given newest first. Their texts have the
 * numbers from `firstText` on.
 */
export function withNewest(
  before: PictureColumns,
  pictures: readonly Picture[],
  firstText: number,
): PictureColumns {
  const added = pictures.map((_, place) => before.ids.length + place);
  return atPlaces(withRecords(before, pictures, firstText), [...added, ...before.ids.keys()]);
}

/**
 * The columns with the sizes of pictures that were read again: a picture's size is known once its thumbnail
 * is made.
 */
export function withSizes(before: PictureColumns, pictures: readonly Picture[]): PictureColumns {
  const [ratio, shape] = [before.ratio.slice(), before.shape.slice()];
  for (const picture of pictures) {
    const row = before.ids.indexOf(picture.id);
    if (row < 0) continue;
    ratio[row] = tileRatio(picture.width, picture.height);
    shape[row] = placeOfShape(picture);
  }
  return { ...before, ratio, shape };
}
