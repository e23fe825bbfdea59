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
      fc.array(word, { minLength: 1, maxLength: 3 }),
      (pages, words) => {
        const builder = createWordIndexBuilder();
        for (const page of pages) builder.add(page);
        const marks = builder.index().textsWith(words);
        const wanted = pages.flat().map((one) => words.every((part) => one.includes(part)));
        expect(marks === 'all').toBe(!wanted.includes(false));
        if (marks !== 'all') expect([...marks].map((mark) => mark === 1)).toEqual(wanted);
      },
    ),
    { numRuns: 300 },
  );
});

test('an index does not change when more texts are added', () => {
  const builder = createWordIndexBuilder();
  builder.add(['a fox']);
  const before = builder.index();
  builder.add(['an owl']);
  expect([...before.textsWith(['owl'])]).toEqual([0]);
  expect([...builder.index().textsWith(['owl'])]).toEqual([0, 1]);
  expect(before.textsWith(['fox'])).toBe('all');
});
