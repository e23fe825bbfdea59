import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordIndexBuilder } from '../../../../../src/ui/gallery/list/word-index.ts';

const letters = fc.constantFrom('a', 'b', 'c', '雪', ' ', '\n');
const text = fc.string({ unit: letters, maxLength: 12 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '雪'), minLength: 1, maxLength: 3 });

test('finds what looking through every text finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 4 }),
      fc.array(word, { maxLength: 3 }),
      text,
      (pages, words, besides) => {
        const builder = createWordIndexBuilder();
        for (const page of pages) builder.add(page);
        const finds = builder.index().finder(words);
        const texts = pages.flat();
        expect(texts.map((_, number) => finds(number, besides))).toEqual(
          texts.map((one) => words.every((part) => one.includes(part) || besides.includes(part))),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('an index does not change when more texts are added', () => {
  const builder = createWordIndexBuilder();
  builder.add(['a fox']);
  const finds = builder.index().finder(['owl']);
  builder.add(['an owl']);
  expect([finds(0, ''), finds(1, '')]).toEqual([false, false]);
  expect(builder.index().finder(['owl'])(1, '')).toBe(true);
});
