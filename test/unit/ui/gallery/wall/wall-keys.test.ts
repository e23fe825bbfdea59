import { describe, expect, test } from 'vitest';
import { placeAfterKey } from '../../../../../src/ui/gallery/wall/wall-keys.ts';
import { layOut } from '../../../../../src/ui/gallery/wall/wall-layout.ts';

/** Rows of five squares: 1040 = 5 × 200 + 4 × 8 and a little. */
const layout = layOut(
  Array.from({ length: 12 }, (_, index) => ({ ratio: 1, createdAt: 1_000_000 - index })),
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

  test('right to left, the arrows follow the eye', () => {
    expect(placeAfterKey('ArrowLeft', 0, layout, 12, true)).toBe(1);
  });
});
