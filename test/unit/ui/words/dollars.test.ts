import { expect, test } from 'vitest';
import { asDollars } from '../../../../src/ui/words/dollars.ts';

test.each([
  [0.0027, '$0.0027'],
  [0.0108, '$0.011'],
  [0.3, '$0.30'],
  [0.134, '$0.13'],
  [12, '$12.00'],
])('%d is %s', (amount, words) => {
  expect(asDollars(amount, 'en')).toBe(words);
});

test('in the way of the language', () => {
  expect(asDollars(0.0108, 'de').replace(/\s/, ' ')).toBe('0,011 $');
});
