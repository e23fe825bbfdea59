import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { justifiedRows, tileRatio } from '../../../../../src/ui/gallery/wall/justified-rows.ts';

const HEIGHT = { wanted: 200, least: 170, most: 230 };
const ratio = fc.double({ min: 0.3, max: 4, noNaN: true });
const items = fc.array(ratio, { maxLength: 60 });
const width = fc.integer({ min: 640, max: 2400 });

/** Each row with the ratios of its pictures. */
function rowsOf(list: number[], wide: number) {
  let from = 0;
  return justifiedRows(list, { width: wide, gap: 8, height: HEIGHT }).map(({ count, height }) => {
    from += count;
    return { ratios: list.slice(from - count, from), height };
  });
}
const widthOf = (row: { ratios: number[]; height: number }, gap: number) =>
  row.ratios.reduce((sum, one) => sum + one * row.height, 0) + gap * (row.ratios.length - 1);

describe('rows of pictures', () => {
  test('keep the order and lose none', () => {
    fc.assert(
      fc.property(items, width, (list, wide) => {
        const rows = rowsOf(list, wide);
        expect(rows.every(({ ratios }) => ratios.length > 0)).toBe(true);
        expect(rows.flatMap(({ ratios }) => ratios)).toEqual(list);
      }),
    );
  });

  test('each but the last fills the width to the pixel, the last never goes beyond', () => {
    fc.assert(
      fc.property(items, width, (list, wide) => {
        const rows = rowsOf(list, wide);
        for (const row of rows.slice(0, -1)) expect(widthOf(row, 8)).toBeCloseTo(wide, 3);
        const last = rows.at(-1);
        if (last) expect(widthOf(last, 8)).toBeLessThanOrEqual(wide + 0.001);
      }),
    );
  });

  test('squares on a wide wall stay near the wanted height', () => {
    const squares = Array.from({ length: 40 }, () => 1);
    for (const { height } of justifiedRows(squares, { width: 1248, gap: 8, height: HEIGHT })) {
      expect(height).toBeGreaterThanOrEqual(170);
      expect(height).toBeLessThanOrEqual(230);
    }
  });

  test('a last row that is not full keeps the wanted height', () => {
    expect(justifiedRows([1], { width: 1248, gap: 8, height: HEIGHT })).toEqual([{ count: 1, height: 200 }]);
  });

  test.each([
    [512, 512, 1],
    [undefined, 512, 1],
    [0, 0, 1],
    [10_000, 10, 4],
    [10, 10_000, 0.3],
  ])('a picture of %s × %s takes the ratio %s', (wide, high, expected) => {
    expect(tileRatio(wide, high)).toBe(expected);
  });
});
