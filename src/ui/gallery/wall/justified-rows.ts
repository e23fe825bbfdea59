/** What a row needs to know of a picture: its width over its height. */
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
  /** The height a row would like to have, and the least and the most it may get to be full. */
  height: { wanted: number; least: number; most: number };
}

/** A panorama or a strip of paper takes at most this share of the wanted shape; it is shown whole inside. */
const RATIOS = { least: 0.3, most: 4 };

/** The ratio a tile is given: what the picture has, within what a row can carry. A square where nothing is known. */
export function tileRatio(width: number | undefined, height: number | undefined): number {
  if (!width || !height) return 1;
  return Math.min(Math.max(width / height, RATIOS.least), RATIOS.most);
}

/**
 * Sets pictures in rows that fill the width without cropping: each row's height is what makes it full. A row takes the
 * next picture as long as it stays higher than the wanted height; a last row that is not full keeps the wanted height.
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
    // Too low with it: the row ends before it, unless it would be even further off without.
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
