import type { Picture } from '../../../gallery/index.ts';
import type { Kind, PictureColumns } from './picture-columns.ts';
import { SHAPES, type Shape } from './shape.ts';

/** What is known of a picture before its record is read. */
export interface PictureEntry {
  id: string;
  provider: Picture['provider'];
  favourite: boolean;
  byteLength: number;
}

/** Some pictures in the order of the wall, by their places from 0 on. */
export interface PictureList {
  readonly length: number;
  at(place: number): PictureEntry | undefined;
  /** -1 where the picture is not in the list. */
  placeOf(id: string | undefined): number;
  /** As an array's `slice`. */
  slice(from?: number, to?: number): PictureEntry[];
  /** The pictures of these ids, in the order of the list. */
  these(ids: ReadonlySet<string>): PictureEntry[];
  /** For each picture: its tile's width divided by its height, and when it was made (epoch milliseconds). */
  ratios(): Float32Array;
  moments(): Float64Array;
}

/** The pictures at these places of the columns; all of them where no places are given. */
export function listOf(columns: PictureColumns, places?: Uint32Array): PictureList {
  const { ids, kinds } = columns;
  const length = places?.length ?? ids.length;
  const rowAt = (place: number) => (places ? places[place] : place);
  function at(place: number): PictureEntry | undefined {
    const row = rowAt(place);
    const id = row === undefined ? undefined : ids[row];
    if (row === undefined || id === undefined) return undefined;
    return {
      id,
      provider: kinds[columns.kind[row] ?? 0]?.service as Picture['provider'],
      favourite: columns.favourite[row] === 1,
      byteLength: columns.byteLength[row] ?? 0,
    };
  }
  function entries(from: number, to: number, isWanted: (id: string) => boolean = () => true): PictureEntry[] {
    const found: PictureEntry[] = [];
    for (let place = from; place < to; place += 1) {
      const id = ids[rowAt(place) ?? -1];
      const entry = id !== undefined && isWanted(id) ? at(place) : undefined;
      if (entry) found.push(entry);
    }
    return found;
  }
  return {
    length,
    at,
    placeOf(id) {
      const row = id === undefined ? -1 : ids.indexOf(id);
      return places ? places.indexOf(row) : row;
    },
    slice: (from = 0, to = length) => entries(Math.max(0, from), Math.min(length, to)),
    these: (wanted) => (wanted.size === 0 ? [] : entries(0, length, (id) => wanted.has(id))),
    ratios: () => (places ? picked(columns.ratio, places, new Float32Array(length)) : columns.ratio),
    moments: () => (places ? picked(columns.createdAt, places, new Float64Array(length)) : columns.createdAt),
  };
}

/** The values of a column at these rows. A loop, for speed: it runs at each key press of a search. */
function picked<Column extends Float32Array | Float64Array>(
  from: Column,
  rows: Uint32Array,
  to: Column,
): Column {
  for (let place = 0; place < rows.length; place += 1) to[place] = from[rows[place] ?? 0] ?? 0;
  return to;
}

/** The values to choose from in each filter, each once, in alphabetical order. */
export function choicesOf({ kind, kinds }: PictureColumns): Record<keyof Kind, string[]> {
  // A kind stays in `kinds` after its last picture is deleted: only the kinds of present pictures count.
  const there = [...new Set(kind)].flatMap((place) => kinds[place] ?? []);
  const distinct = (name: keyof Kind) =>
    [...new Set(there.flatMap((one) => one[name] ?? []))].toSorted((a, b) => a.localeCompare(b));
  return { service: distinct('service'), model: distinct('model'), style: distinct('style') };
}

export const shapeAt = ({ shape }: PictureColumns, row: number): Shape | undefined =>
  SHAPES[shape[row] ?? -1];
