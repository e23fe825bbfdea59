import { describe, expect, test } from 'vitest';
import { placeAfterKey } from '../../../../../src/ui/gallery/wall/wall-keys.ts';
import { layOut } from '../../../../../src/ui/gallery/wall/wall-layout.ts';

/** Rows of five squares: 1040 = 5 × 200 + 4 × 8 and a little. */
const layout = layOut(
  new Float32Array(12).fill(1),
  Float64Array.from({ length: 12 }, (_, index) => 1_000_000 - index),
  { width: 1032, gap: 8, height: { wanted: 200, least: 170, most: 230 } },
);

describe('keys on the wall', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowLeft', 0, undefined],
    ['ArrowRight', 11, undefined],
    ['ArrowDown', 1, 6],
    ['ArrowUp', 6, 1],
    ['ArrowUp', 3, undefined],
    ['ArrowDown', 9, 11],
    ['Home', 7, 0],
    ['End', 7, 11],
    ['x', 7, undefined],
  ])('%s from %s leads to %s', (key, from, to) => {
    expect(placeAfterKey(key, from, layout, 12, false)).toBe(to);
  });

  test('down and up lead past a day’s heading', () => {
    const day = 86_400_000;
    const days = layOut(new Float32Array(4).fill(1), Float64Array.of(3 * day, 3 * day, day, day), {
      width: 1032,
      gap: 8,
      height: { wanted: 200, least: 170, most: 230 },
    });
    expect(placeAfterKey('ArrowDown', 1, days, 4, false)).toBe(3);
    expect(placeAfterKey('ArrowUp', 2, days, 4, false)).toBe(0);
  });

  test('right to left, the arrows follow the eye', () => {
    expect(placeAfterKey('ArrowLeft', 0, layout, 12, true)).toBe(1);
  });
});
