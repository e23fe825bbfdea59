import type { Picture } from '../../../gallery/index.ts';
import { tileRatio } from '../wall/justified-rows.ts';
import { SHAPES, shapeOf } from './shape.ts';
import { styleKey } from './style-key.ts';

/** What many pictures have in common; each combination is held once. */
export interface Kind {
  service: Picture['provider'];
  model: string | undefined;
  /** See `styleKey`. */
  style: string;
}

const NUMBERS = {
  /** Epoch milliseconds. */
  createdAt: Float64Array,
  byteLength: Uint32Array,
  /** Width divided by height of the tile. */
  ratio: Float32Array,
  /** 1 for a favourite. */
  favourite: Uint8Array,
  /** The shape's place in `SHAPES`; 255 where the size is not known. */
  shape: Uint8Array,
  /** The kind's place in `kinds`. */
  kind: Uint32Array,
  /** The number of the picture's text among those of the same load. */
  text: Uint32Array,
};
type Name = keyof typeof NUMBERS;
type Numbers = { readonly [Column in Name]: InstanceType<(typeof NUMBERS)[Column]> };

/**
 * What the page holds of every picture, the newest first, in columns: some eighty bytes a picture. All else of a record is
 * read when it is shown, so that ten thousand pictures weigh little more than a hundred.
 */
export interface PictureColumns extends Numbers {
  readonly ids: readonly string[];
  readonly kinds: readonly Kind[];
}

/**
 * The columns of `before`, each with `more` numbers added: `numberAt` gives the number for each place from 0
 * on.
 */
function fill(
  before: Numbers | undefined,
  more: number,
  numberAt: (name: Name, place: number) => number,
): Numbers {
  const columns = (Object.keys(NUMBERS) as Name[]).map((name) => {
    const from = before?.[name].length ?? 0;
    const column = new NUMBERS[name](from + more);
    if (before) column.set(before[name]);
    for (let place = 0; place < more; place += 1) column[from + place] = numberAt(name, place);
    return [name, column];
  });
  return Object.fromEntries(columns);
}

/** The place in `SHAPES` of a picture's shape; 255 where the shape is not known. */
export function placeOfShape(picture: Picture): number {
  const shape = shapeOf(picture);
  return shape === undefined ? 255 : SHAPES.indexOf(shape);
}

const keyOf = ({ service, model, style }: Kind) => JSON.stringify([service, model, style]);

/** These columns with more records added at the end; their texts have the numbers from `firstText` on. */
export function withRecords(
  before: PictureColumns,
  pictures: readonly Picture[],
  firstText = before.ids.length,
): PictureColumns {
  const kinds = [...before.kinds];
  const known = new Map(kinds.map((kind, place) => [keyOf(kind), place]));
  const rows = pictures.map((picture, place): Record<Name, number> => {
    const kind: Kind = { service: picture.provider, model: picture.model, style: styleKey(picture.request) };
    const key = keyOf(kind);
    const at = known.get(key) ?? kinds.push(kind) - 1;
    known.set(key, at);
    return {
      createdAt: picture.createdAt,
      byteLength: picture.byteLength,
      ratio: tileRatio(picture.width, picture.height),
      favourite: picture.favourite === true ? 1 : 0,
      shape: placeOfShape(picture),
      kind: at,
      text: firstText + place,
    };
  });
  const numbers = fill(before, rows.length, (name, place) => rows[place]?.[name] ?? 0);
  return { ...numbers, kinds, ids: [...before.ids, ...pictures.map(({ id }) => id)] };
}

/** The columns of the pictures at these places alone. */
export function atPlaces(columns: PictureColumns, places: ArrayLike<number>): PictureColumns {
  const numbers = fill(undefined, places.length, (name, place) => columns[name][places[place] ?? 0] ?? 0);
  return { ...numbers, kinds: columns.kinds, ids: Array.from(places, (place) => columns.ids[place] ?? '') };
}

export const NO_PICTURES: PictureColumns = { ...fill(undefined, 0, () => 0), ids: [], kinds: [] };
