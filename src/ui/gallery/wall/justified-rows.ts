/** A picture's ratio: its width divided by its height. */
export interface Framed {
  ratio: number;
}

export interface Row<Item extends Framed> {
  items: Item[];
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

/** The ratio of a picture's tile: the picture's own, within the limits. 1 when unknown. */
export function tileRatio(width: number | undefined, height: number | undefined): number {
  if (!width || !height) return 1;
  return Math.min(Math.max(width / height, RATIOS.least), RATIOS.most);
}

/**
 * Lays pictures out in rows that fill the width without cropping; each row's height follows from that. A row takes the next
 * picture while it stays higher than the target height. A last row that is not full has the target height.
 */
export function justifiedRows<Item extends Framed>(
  items: readonly Item[],
  { width, gap, height }: RowMeasures,
): Row<Item>[] {
  const rows: Row<Item>[] = [];
  let row: Item[] = [];
  let ratios = 0;
  const fullHeight = (count: number, sum: number) => (width - gap * (count - 1)) / sum;

  for (const item of items) {
    const withIt = fullHeight(row.length + 1, ratios + item.ratio);
    const without = row.length > 0 ? fullHeight(row.length, ratios) : Number.POSITIVE_INFINITY;
    // With this picture the row is lower than the target: it ends before the picture, unless it would then be further from the target.
    if (row.length > 0 && withIt < height.least && without <= height.most) {
      rows.push({ items: row, height: without });
      [row, ratios] = [[], 0];
    }
    row.push(item);
    ratios += item.ratio;
    const full = fullHeight(row.length, ratios);
    if (full <= height.wanted) {
      rows.push({ items: row, height: full });
      [row, ratios] = [[], 0];
    }
  }
  if (row.length > 0)
    rows.push({ items: row, height: Math.min(height.wanted, fullHeight(row.length, ratios)) });
  return rows;
}
