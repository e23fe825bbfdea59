import type { Framed } from './justified-rows.ts';
import type { WallLayout } from './wall-layout.ts';

/** Which picture a key of the wall leads to from another, by their places; undefined where it leads nowhere. */
export function placeAfterKey<Item extends Framed>(
  key: string,
  from: number,
  layout: WallLayout<Item>,
  count: number,
  rightToLeft: boolean,
): number | undefined {
  const sideways = { ArrowRight: rightToLeft ? -1 : 1, ArrowLeft: rightToLeft ? 1 : -1 };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowRight' || key === 'ArrowLeft') return within(from + sideways[key], count);
  if (key === 'ArrowDown' || key === 'ArrowUp') return inNextRow(key === 'ArrowDown' ? 1 : -1, from, layout);
  return undefined;
}

function within(place: number, count: number): number | undefined {
  return place >= 0 && place < count ? place : undefined;
}

/** The picture of the row below or above whose middle is nearest. */
function inNextRow<Item extends Framed>(
  by: 1 | -1,
  from: number,
  { bands }: WallLayout<Item>,
): number | undefined {
  const rows = bands.filter((band) => band.kind === 'row');
  const at = rows.findIndex(({ startsAt, row }) => from >= startsAt && from < startsAt + row.items.length);
  const [own, other] = [rows[at], rows[at + by]];
  if (!own || !other) return undefined;
  const wanted = middles(own.row)[from - own.startsAt] ?? 0;
  const distances = middles(other.row).map((middle) => Math.abs(middle - wanted));
  return other.startsAt + distances.indexOf(Math.min(...distances));
}

function middles({ items, height }: { items: Framed[]; height: number }): number[] {
  let start = 0;
  return items.map(({ ratio }) => {
    const middle = start + (ratio * height) / 2;
    start += ratio * height;
    return middle;
  });
}
