import { expect, test } from 'vitest';
import { keptPage } from '../../../src/background/kept-page.ts';

const page = 'https://one.example/';

test('a page’s address is kept where the user allows it, and never of a private window', () => {
  expect(keptPage({ keepsPage: true }, page, false)).toBe(page);
  expect(keptPage({ keepsPage: true }, page, true)).toBeUndefined();
  expect(keptPage({ keepsPage: false }, page, false)).toBeUndefined();
  // Settings that cannot be read allow nothing.
  expect(keptPage({}, page, false)).toBeUndefined();
});
