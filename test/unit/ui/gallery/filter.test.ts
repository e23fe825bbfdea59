import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../../src/gallery/index.ts';
import {
  EVERYTHING,
  type Filter,
  isNarrow,
  rowsShown,
  searchText,
} from '../../../../src/ui/gallery/filter.ts';
import { withNewest, without } from '../../../../src/ui/gallery/list/changed-columns.ts';
import { NO_PICTURES, withRecords } from '../../../../src/ui/gallery/list/picture-columns.ts';
import { choicesOf } from '../../../../src/ui/gallery/list/picture-list.ts';
import { shapeOf } from '../../../../src/ui/gallery/list/shape.ts';
import { styleOfKey } from '../../../../src/ui/gallery/list/style-key.ts';
import { createWordIndexBuilder } from '../../../../src/ui/gallery/list/word-index.ts';

const picture = (change: Partial<Picture> = {}): Picture => ({
  id: 'a',
  request: { prompt: 'Ein Café im Schnee', style: 'watercolor' },
  provider: 'puter',
  model: 'black-forest-labs/FLUX.1-schnell',
  type: 'image/png',
  byteLength: 3,
  width: 1024,
  height: 768,
  createdAt: 1,
  elapsedMs: 1,
  ...change,
});
function wordsOf(...texts: string[]) {
  const builder = createWordIndexBuilder();
  builder.add(texts);
  return builder.index();
}
function placesShown(list: Picture[], filter: Partial<Filter>): number[] {
  const columns = withRecords(NO_PICTURES, list);
  const rows = rowsShown(columns, { ...EVERYTHING, ...filter }, wordsOf(...list.map(searchText)));
  return [...(rows === 'all' ? list.keys() : rows)];
}
const shows = (filter: Partial<Filter>, one = picture()) => placesShown([one], filter).length === 1;

describe('the filter of the wall', () => {
  test.each([
    [{}, true],
    [{ words: 'cafe' }, true],
    [{ words: 'CAFÉ schnee' }, true],
    [{ words: 'schnee hund' }, false],
    [{ words: 'flux' }, true],
    [{ words: 'flux schnee' }, true],
    [{ words: 'flux hund' }, false],
    [{ words: '  ' }, true],
    [{ favourites: true }, false],
    [{ service: 'puter' }, true],
    [{ service: 'huggingface' }, false],
    [{ style: 'watercolor', shape: 'wide' }, true],
    [{ shape: 'tall' }, false],
    [{ model: 'another' }, false],
  ] satisfies [Partial<Filter>, boolean][])('%j: %s', (filter, expected) => {
    expect(shows(filter)).toBe(expected);
  });

  test('words are looked for in the text of each and in the name of its own model', () => {
    const list = [
      picture({ id: 'a', request: { prompt: 'a red fox', style: 'none' }, model: 'x/flux' }),
      picture({ id: 'b', request: { prompt: 'a flux of water', style: 'none' }, model: 'x/other' }),
      picture({ id: 'c', request: { prompt: 'a red whale', style: 'none' }, model: 'x/other' }),
      picture({ id: 'd', request: { prompt: 'red flux', style: 'none' }, model: 'x/other' }),
    ];
    const found = (words: string) => placesShown(list, { words });
    expect(found('flux')).toEqual([0, 1, 3]);
    expect(found('red flux')).toEqual([0, 3]);
    expect(found('other red')).toEqual([2, 3]);
    expect(found('x/')).toEqual([0, 1, 2, 3]);
  });

  test('finds the same as looking at each, whatever came and went since all were read', () => {
    const prompts = fc.array(fc.constantFrom('red fox', 'fox', 'owl', 'red owl', 'whale'), {
      maxLength: 300,
    });
    const words = fc.constantFrom('fox', 'red', 'red owl', 'w', 'x', 'camel');
    const one = (prompt: string, id: number) =>
      picture({ id: String(id), request: { prompt, style: 'none' }, model: 'a/b' });
    fc.assert(
      fc.property(prompts, prompts, fc.nat(5), words, (older, newer, every, wanted) => {
        const [old, fresh] = [
          older.map(one),
          newer.map((prompt, place) => one(prompt, older.length + place)),
        ];
        const gone = new Set(old.filter((_, place) => place % 6 === every).map(({ id }) => id));
        const before = without(withRecords(NO_PICTURES, old), gone);
        const columns = withNewest(before, fresh, old.length);
        const rows = rowsShown(
          columns,
          { ...EVERYTHING, words: wanted },
          wordsOf(...[...old, ...fresh].map(searchText)),
        );
        const shown = [...fresh, ...old.filter(({ id }) => !gone.has(id))];
        const found = shown.flatMap(({ request }, row) =>
          wanted.split(' ').every((word) => request.prompt.includes(word)) ? [row] : [],
        );
        expect(rows === 'all' ? [...shown.keys()] : [...rows]).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test('a picture whose size is not known has no shape, and is no wide one', () => {
    const { width: _, height: __, ...unknown } = picture();
    expect(shapeOf(unknown as Picture)).toBeUndefined();
    expect(shows({ shape: 'wide' }, unknown)).toBe(false);
  });

  test.each([
    [1000, 1000, 'square'],
    [1000, 1090, 'square'],
    [1216, 832, 'wide'],
    [832, 1216, 'tall'],
  ])('%s × %s is %s', (width, height, shape) => {
    expect(shapeOf({ width, height })).toBe(shape);
  });

  test('an empty search narrows nothing', () => {
    expect(isNarrow({ ...EVERYTHING, words: ' ' })).toBe(false);
    expect(isNarrow({ ...EVERYTHING, style: undefined })).toBe(false);
    expect(isNarrow({ ...EVERYTHING, favourites: true })).toBe(true);
  });

  test('choices are those there are, each once', () => {
    const list = [picture(), picture({ provider: 'huggingface' }), picture({ model: 'a/b' })];
    expect(choicesOf(withRecords(NO_PICTURES, list))).toEqual({
      service: ['huggingface', 'puter'],
      model: ['a/b', 'black-forest-labs/FLUX.1-schnell'],
      style: ['watercolor'],
    });
  });

  test('a style of the user’s own is found by the name that it had, also where that reads like an id', () => {
    const inOwn = (id: string, name?: string) =>
      picture({
        id,
        request: {
          prompt: id,
          style: 'none',
          ownStyle: { id: `own-${id}`, ...(name && { name }), template: '{prompt}' },
        },
      });
    const list = [inOwn('a', 'Noir'), inOwn('b', 'watercolor'), inOwn('c'), picture({ id: 'd' })];
    const columns = withRecords(NO_PICTURES, list);
    const { style } = choicesOf(columns);
    expect(style.map(styleOfKey)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Noir' }),
        expect.objectContaining({ name: 'watercolor' }),
        { id: 'own-c' },
        { id: 'watercolor' },
      ]),
    );
    const shown = style.map((one) => {
      const rows = rowsShown(columns, { ...EVERYTHING, style: one }, wordsOf(...list.map(searchText)));
      return [
        styleOfKey(one).name ?? one,
        ...[...(rows === 'all' ? [] : rows)].map((row) => columns.ids[row]),
      ];
    });
    expect(shown).toHaveLength(4);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['Noir', 'a'],
        ['watercolor', 'b'],
        ['own-c', 'c'],
        ['watercolor', 'd'],
      ]),
    );
  });
});
