/** A row of `count` pictures beside one another. */
export interface Row {
  count: number;
  /** CSS pixels. */
  height: number;
}

export interface RowMeasures {
  /** The width of the wall, in CSS pixels. */
  width: number;
  gap: number;
  /** A row's target height, and the smallest and largest height it may have so that it fills the width. */
  height: { wanted: number; least: number; most: number };
}

/** The smallest and largest ratio of a tile. A picture outside of them is shown uncropped inside its tile. */
const RATIOS = { least: 0.3, most: 4 };

/** The ratio of a picture's tile, its width divided by its height: the picture's own, within the limits. 1 when unknown. */
export function tileRatio(width: number | undefined, height: number | undefined): number {
  if (!width || !height) return 1;
  return Math.min(Math.max(width / height, RATIOS.least), RATIOS.most);
}

/**
 * Lays pictures with these ratios out in rows that fill the width without cropping; each row's height follows from that. A row
 * takes the next picture while it stays higher than the target height. A last row that is not full has the target height.
 */
export function justifiedRows(ratios: ArrayLike<number>, { width, gap, height }: RowMeasures): Row[] {
  const rows: Row[] = [];
  let count = 0;
  let sum = 0;
  /** The height of the row as it is; infinite while it is empty. */
  let full = Number.POSITIVE_INFINITY;
  const end = (high: number) => {
    rows.push({ count, height: high });
    count = 0;
    sum = 0;
    full = Number.POSITIVE_INFINITY;
  };

  // A loop by index, for speed: it runs over ten thousand pictures at each key press of a search.
  for (let place = 0; place < ratios.length; place += 1) {
    const ratio = ratios[place] ?? 1;
    const withIt = (width - gap * count) / (sum + ratio);
    // With this picture the row would be lower than the least height: it ends before the picture, unless it
    // would then be higher than the most.
    if (count > 0 && withIt < height.least && full <= height.most) end(full);
    full = (width - gap * count) / (sum + ratio);
    count += 1;
    sum += ratio;
    if (full <= height.wanted) end(full);
  }
  if (count > 0) end(Math.min(height.wanted, full));
  return rows;
}
