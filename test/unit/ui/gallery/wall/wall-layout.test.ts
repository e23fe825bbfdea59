import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bandAt,
  byDay,
  layOut,
  rowWith,
  visibleBands,
} from '../../../../../src/ui/gallery/wall/wall-layout.ts';

const MEASURES = { width: 1000, gap: 8, height: { wanted: 200, least: 170, most: 230 } };
const NOON = new Date(2026, 10, 22, 12).getTime();
const HOUR_MS = 3_600_000;

function laidOut(list: { ratio: number; createdAt: number }[]) {
  const ratios = Float32Array.from(list, ({ ratio }) => ratio);
  const moments = Float64Array.from(list, ({ createdAt }) => createdAt);
  const layout = layOut(ratios, moments, MEASURES);
  const bands = [...layout.tops.keys()].flatMap((index) => bandAt(layout, index) ?? []);
  return { layout, bands };
}

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
    const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
    const days = byDay(Float64Array.of(at(22, 0), at(21, 23), at(21, 1)));
    expect(days.map(({ count }) => count)).toEqual([1, 2]);
  });

  test('what was laid out for another width, or other moments, is laid out anew', () => {
    const ratios = Float32Array.from({ length: 9 }, () => 1);
    const moments = Float64Array.from(ratios, () => NOON);
    const wide = layOut(ratios, moments, MEASURES);
    expect(layOut(ratios, moments, { ...MEASURES })).toBe(wide);
    const narrow = layOut(ratios, moments, { ...MEASURES, width: 500 });
    expect(narrow.height).toBeGreaterThan(wide.height);
    expect(layOut(ratios, moments, MEASURES)).toEqual(wide);
    const days = Float64Array.from(ratios, (_, place) => NOON - place * 24 * HOUR_MS);
    expect(layOut(ratios, days, MEASURES).height).toBeGreaterThan(wide.height);
  });

  test('bands lie below one another and hold every picture once', () => {
    fc.assert(
      fc.property(pictures, (list) => {
        const { bands, layout } = laidOut(list);
        let bottom = 0;
        for (const band of bands) {
          expect(band.top).toBeGreaterThanOrEqual(bottom - 0.001);
          bottom = band.top + band.height;
        }
        expect(layout.height).toBeGreaterThanOrEqual(bottom - 0.001);
        const rows = bands.filter(({ kind }) => kind === 'row');
        const places = rows.flatMap(({ startsAt, count }) =>
          Array.from({ length: count }, (_, at) => startsAt + at),
        );
        expect(places).toEqual([...list.keys()]);
        for (const place of list.keys()) {
          const band = bandAt(layout, rowWith(layout, place));
          expect(band?.kind).toBe('row');
          expect(place - (band?.startsAt ?? 0)).toBeLessThan(band?.count ?? 0);
        }
        expect(new Set(bands.map(({ key }) => key)).size).toBe(bands.length);
      }),
    );
  });

  test('what is shown is what a search from the top would find', () => {
    fc.assert(
      fc.property(pictures, fc.nat(20_000), fc.nat(2000), (list, from, high) => {
        const { bands, layout } = laidOut(list);
        const wanted = bands.filter(({ top, height }) => top + height >= from && top <= from + high);
        expect(visibleBands(layout, from, from + high)).toEqual(wanted);
      }),
    );
  });
});
