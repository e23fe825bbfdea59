import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from '../../../src/web/visible.ts';

test.each([
  ['weights\u202egnp.exe', 'weightsgnp.exe'],
  ['Hugging\u200b Face', 'Hugging Face'],
  ['\ufeffa\u2066b\u2069', 'ab'],
  ['two\nlines\u00a0 and\ttabs', 'two lines and tabs'],
  ['half \ud83d an emoji', 'half an emoji'],
  ['дом 家 🏠', 'дом 家 🏠'],
  ['\u200b', ''],
  ['\u3164\u115f\u034f', ''],
  ['a\u2800\u2800\u2800b', 'a b'],
  [`o${'\u0300'.repeat(40)}k`, 'o\u0300\u0300\u0300\u0300k'],
  ['नमस्ते שָׁלוֹם ผู้', 'नमस्ते שָׁלוֹם ผู้'],
])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown));

test('nothing that cannot be seen comes through, whatever comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cf}\p{Cc}\u2028\u2029]/u);
      expect(visible(visible(text))).toBe(visible(text));
    }),
    { numRuns: 300 },
  );
});
