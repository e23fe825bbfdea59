import { type Band, bandAt, rowWith, type WallLayout } from './wall-layout.ts';

/** The place of the picture to which a key leads from the picture at `from`; undefined where it leads nowhere. */
export function placeAfterKey(
  key: string,
  from: number,
  layout: WallLayout,
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

/** The picture of the row below (1) or above (-1) whose middle is nearest to that of the picture at `from`. */
function inNextRow(by: 1 | -1, from: number, layout: WallLayout): number | undefined {
  const at = rowWith(layout, from);
  const own = bandAt(layout, at);
  // A day's heading may stand between the two rows.
  const other = [at + by, at + 2 * by]
    .map((index) => bandAt(layout, index))
    .find((band) => band?.kind === 'row');
  if (!own || !other) return undefined;
  const wanted = middles(own, layout)[from - own.startsAt] ?? 0;
  const distances = middles(other, layout).map((middle) => Math.abs(middle - wanted));
  return other.startsAt + distances.indexOf(Math.min(...distances));
}

function middles({ startsAt, count, height }: Band, { ratios }: WallLayout): number[] {
  let start = 0;
  return Array.from(ratios.subarray(startsAt, startsAt + count), (ratio) => {
    const middle = start + (ratio * height) / 2;
    start += ratio * height;
    return middle;
  });
}
