import { justifiedRows, type RowMeasures } from './justified-rows.ts';

/** One band of the wall: a day's heading or a row of pictures. Pixels from the top of the wall. */
export interface Band {
  kind: 'day' | 'row';
  top: number;
  height: number;
  /** The place of its first picture, and how many pictures it has. */
  startsAt: number;
  count: number;
  key: string;
}

/** The positions of all pictures, in numbers alone; `bandAt` and `visibleBands` make bands of them. */
export interface WallLayout {
  height: number;
  /** Of each picture: the ratio of its tile, and when it was made (epoch milliseconds). */
  ratios: Float32Array;
  moments: Float64Array;
  /** Of each band: where it begins, in pixels and in pictures, and whether it is a day's heading. */
  tops: Float64Array;
  starts: Uint32Array;
  isDay: Uint8Array;
  heights: Float64Array;
  counts: Uint32Array;
}

export const DAY_HEADING_HEIGHT = 32;

/** The wall's measures, whatever its width. CSS pixels. */
export const WALL = { gap: 8, height: { wanted: 200, least: 170, most: 230 } };

/** Midnight before a moment, in the reader's own time. */
export function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/**
 * For each day: the place of its first picture, and how many pictures it has. `moments`: when they were made,
 * newest first.
 */
export function byDay(moments: Float64Array): { startsAt: number; count: number }[] {
  const days: { startsAt: number; count: number }[] = [];
  let [from, to] = [Number.NaN, Number.NaN];
  let last = { startsAt: 0, count: 0 };
  for (let place = 0; place < moments.length; place += 1) {
    const moment = moments[place] ?? 0;
    if (moment >= from && moment < to) last.count += 1;
    else {
      last = { startsAt: place, count: 1 };
      days.push(last);
      from = dayOf(moment);
      to = new Date(from).setDate(new Date(from).getDate() + 1);
    }
  }
  return days;
}

/**
 * The last layout for each column of ratios. After a search, the column of all pictures is the same object as before, so
 * its layout is still here.
 */
const laidOut = new WeakMap<Float32Array, { measures: RowMeasures; layout: WallLayout }>();

/** The position of each heading and row, for all pictures. `visibleBands` decides which are shown. */
export function layOut(ratios: Float32Array, moments: Float64Array, measures: RowMeasures): WallLayout {
  const last = laidOut.get(ratios);
  if (last?.layout.moments === moments && isSame(last.measures, measures)) return last.layout;
  const layout = layOutAnew(ratios, moments, measures);
  laidOut.set(ratios, { measures, layout });
  return layout;
}

function isSame(one: RowMeasures, other: RowMeasures): boolean {
  const [a, b] = [one.height, other.height];
  const isHeight = a.wanted === b.wanted && a.least === b.least && a.most === b.most;
  return isHeight && one.width === other.width && one.gap === other.gap;
}

function layOutAnew(ratios: Float32Array, moments: Float64Array, measures: RowMeasures): WallLayout {
  const tops: number[] = [];
  const heights: number[] = [];
  const starts: number[] = [];
  const counts: number[] = [];
  const isDay: number[] = [];
  let top = 0;
  function add(height: number, startsAt: number, count: number, day: 0 | 1): void {
    tops.push(top);
    heights.push(height);
    starts.push(startsAt);
    counts.push(count);
    isDay.push(day);
  }
  for (const { startsAt, count } of byDay(moments)) {
    add(DAY_HEADING_HEIGHT, startsAt, count, 1);
    top += DAY_HEADING_HEIGHT;
    let place = startsAt;
    for (const row of justifiedRows(ratios.subarray(startsAt, startsAt + count), measures)) {
      add(row.height, place, row.count, 0);
      top += row.height + measures.gap;
      place += row.count;
    }
  }
  return {
    height: top,
    ratios,
    moments,
    tops: Float64Array.from(tops),
    starts: Uint32Array.from(starts),
    isDay: Uint8Array.from(isDay),
    heights: Float64Array.from(heights),
    counts: Uint32Array.from(counts),
  };
}

/** A band by its place among all bands. */
export function bandAt(layout: WallLayout, index: number): Band | undefined {
  const { tops, heights, starts, counts, isDay } = layout;
  const [top, height, startsAt, count] = [tops[index], heights[index], starts[index], counts[index]];
  if (top === undefined || height === undefined || startsAt === undefined || count === undefined)
    return undefined;
  const kind = isDay[index] === 1 ? 'day' : 'row';
  return { kind, top, height, startsAt, count, key: `${kind}-${startsAt}` };
}

/** The place among all bands of the row that has a picture; -1 where there is no such picture. */
export function rowWith(layout: WallLayout, place: number): number {
  // A day's heading has the same start as its first row and stands before it: the last band with that start
  // is the row.
  return place < 0 || place >= layout.ratios.length ? -1 : firstWhere(layout.starts, (at) => at > place) - 1;
}

/** The bands between two heights, by binary search, so that ten thousand pictures take no longer than a hundred. */
export function visibleBands(layout: WallLayout, from: number, to: number): Band[] {
  const { tops, heights } = layout;
  const bands: Band[] = [];
  let index = firstWhere(tops, (top, at) => top + (heights[at] ?? 0) >= from);
  for (; (tops[index] ?? Number.POSITIVE_INFINITY) <= to; index += 1) {
    const band = bandAt(layout, index);
    if (band) bands.push(band);
  }
  return bands;
}

/**
 * The first index at which `isTrue` holds, in a column in which it holds from there on; the column's length
 * where it never holds.
 */
function firstWhere(
  column: Float64Array | Uint32Array,
  isTrue: (value: number, index: number) => boolean,
): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(column[middle] ?? 0, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
