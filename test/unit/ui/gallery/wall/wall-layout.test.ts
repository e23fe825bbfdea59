import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay, layOut, visibleBands } from '../../../../../src/ui/gallery/wall/wall-layout.ts';

const MEASURES = { width: 1000, gap: 8, height: { wanted: 200, least: 170, most: 230 } };
const NOON = new Date(2026, 10, 22, 12).getTime();
const HOUR_MS = 3_600_000;

const pictures = fc
  .array(fc.record({ ratio: fc.double({ min: 0.3, max: 4, noNaN: true }), ago: fc.nat(400) }), {
    maxLength: 200,
  })
  .map((list) =>
    list
      .toSorted((a, b) => a.ago - b.ago)
      .map(({ ratio, ago }) => ({ ratio, createdAt: NOON - ago * HOUR_MS })),
  );

describe('the wall', () => {
  test('a day is the reader’s own, from midnight to midnight', () => {
    const at = (day: number, hour: number) => ({
      createdAt: new Date(2026, 10, day, hour).getTime(),
      ratio: 1,
    });
    const days = byDay([at(22, 0), at(21, 23), at(21, 1)]);
    expect(days.map(({ items }) => items.length)).toEqual([1, 2]);
  });

  test('bands lie below one another and hold every picture once', () => {
    fc.assert(
      fc.property(pictures, (list) => {
        const { bands, height } = layOut(list, MEASURES);
        let bottom = 0;
        for (const band of bands) {
          expect(band.top).toBeGreaterThanOrEqual(bottom - 0.001);
          bottom = band.top + band.height;
        }
        expect(height).toBeGreaterThanOrEqual(bottom - 0.001);
        expect(bands.flatMap((band) => (band.kind === 'row' ? band.row.items : []))).toEqual(list);
        expect(new Set(bands.map(({ key }) => key)).size).toBe(bands.length);
      }),
    );
  });

  test('what is shown is what a search from the top would find', () => {
    fc.assert(
      fc.property(pictures, fc.nat(20_000), fc.nat(2000), (list, from, high) => {
        const layout = layOut(list, MEASURES);
        const wanted = layout.bands.filter(({ top, height }) => top + height >= from && top <= from + high);
        expect(visibleBands(layout, from, from + high)).toEqual(wanted);
      }),
    );
  });
});
