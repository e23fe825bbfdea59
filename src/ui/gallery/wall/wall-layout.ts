import { type Framed, justifiedRows, type Row, type RowMeasures } from './justified-rows.ts';

export interface Day<Item> {
  /** Midnight of the day, in the reader's own time: epoch milliseconds. */
  at: number;
  items: Item[];
}

/** One band of the wall: a day's heading or a row of pictures. Pixels from the top of the wall. */
export type Band<Item extends Framed> = { top: number; height: number; key: string } & (
  | { kind: 'day'; day: Day<Item> }
  | { kind: 'row'; row: Row<Item>; startsAt: number }
);

export interface WallLayout<Item extends Framed> {
  bands: Band<Item>[];
  height: number;
}

export const DAY_HEADING_HEIGHT = 32;

/** Midnight before a moment, in the reader's own time. */
export function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Pictures, newest first, by the day they were made on. */
export function byDay<Item extends { createdAt: number }>(items: readonly Item[]): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const at = dayOf(item.createdAt);
    const last = days.at(-1);
    if (last?.at === at) last.items.push(item);
    else days.push({ at, items: [item] });
  }
  return days;
}

/** The position of each heading and row, for all pictures. `visibleBands` decides which are shown. */
export function layOut<Item extends Framed & { createdAt: number }>(
  items: readonly Item[],
  measures: RowMeasures,
): WallLayout<Item> {
  const bands: Band<Item>[] = [];
  let top = 0;
  let index = 0;
  for (const day of byDay(items)) {
    bands.push({ kind: 'day', day, top, height: DAY_HEADING_HEIGHT, key: `day-${day.at}-${index}` });
    top += DAY_HEADING_HEIGHT;
    for (const row of justifiedRows(day.items, measures)) {
      bands.push({ kind: 'row', row, top, height: row.height, startsAt: index, key: `row-${index}` });
      top += row.height + measures.gap;
      index += row.items.length;
    }
  }
  return { bands, height: top };
}

/** The bands between two heights, by binary search, so that ten thousand pictures take no longer than a hundred. */
export function visibleBands<Item extends Framed>(
  { bands }: WallLayout<Item>,
  from: number,
  to: number,
): Band<Item>[] {
  let [low, high] = [0, bands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const band = bands[middle];
    if (band && band.top + band.height < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < bands.length && (bands[end]?.top ?? 0) <= to) end += 1;
  return bands.slice(low, end);
}
