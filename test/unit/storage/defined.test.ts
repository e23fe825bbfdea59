import { expect, test } from 'vitest';
import { defined } from '../../../src/storage/defined.ts';

test('what is undefined is left out; null, 0 and nothing at all are values', () => {
  expect(defined({ a: undefined, b: null, c: 0, d: '' })).toEqual({ b: null, c: 0, d: '' });
  expect(Object.keys(defined({ a: undefined }))).toEqual([]);
  expect(defined(undefined)).toEqual({});
});
