import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceOf } from '../../../src/generation/price.ts';

const SIZE = { width: 1000, height: 2000 };

test('pixels, pictures, or both are paid', () => {
  expect(priceOf({ perPicture: 0, perMegapixel: 0.01 }, SIZE, 1)).toBeCloseTo(0.02);
  expect(priceOf({ perPicture: 0.03, perMegapixel: 0 }, SIZE, 1)).toBeCloseTo(0.03);
  expect(priceOf({ perPicture: 0.03, perMegapixel: 0.01 }, SIZE, 1)).toBeCloseTo(0.05);
});

test('four cost four times as much as one', () => {
  const amount = fc.double({ min: 0, max: 10, noNaN: true });
  const side = fc.integer({ min: 64, max: 4096 });
  fc.assert(
    fc.property(amount, amount, side, side, (perPicture, perMegapixel, width, height) => {
      const price = { perPicture, perMegapixel };
      const one = priceOf(price, { width, height }, 1) ?? 0;
      expect(priceOf(price, { width, height }, 4)).toBeCloseTo(4 * one, 6);
    }),
  );
});

test('a size that is none yet has a price only where the size does not count', () => {
  const none = { width: Number.NaN, height: 5 };
  expect(priceOf({ perPicture: 0, perMegapixel: 0.01 }, none, 1)).toBeUndefined();
  expect(priceOf({ perPicture: 0.03, perMegapixel: 0 }, none, 1)).toBeCloseTo(0.03);
});
