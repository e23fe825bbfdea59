import { describe, expect, test } from 'vitest';
import { inWantedOrder, moveBy, moveTo } from '../../../../src/ui/options/reorder.ts';

const ids = ['a', 'b', 'c', 'd'];

describe('moveBy', () => {
  test('moves one place up or down', () => {
    expect(moveBy(ids, 'c', -1)).toEqual(['a', 'c', 'b', 'd']);
    expect(moveBy(ids, 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
  });

  test('stays at the ends, and without such an id', () => {
    expect(moveBy(ids, 'a', -1)).toEqual(ids);
    expect(moveBy(ids, 'd', 1)).toEqual(ids);
    expect(moveBy(ids, 'x', -1)).toEqual(ids);
  });
});

describe('moveTo', () => {
  test('puts an item where it is dropped, from either side', () => {
    expect(moveTo(ids, 'a', 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveTo(ids, 'd', 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  test('changes nothing for a place that is not there, and never the array it is given', () => {
    const before = [...ids];
    expect(moveTo(ids, 'a', 4)).toEqual(ids);
    expect(moveTo(ids, 'a', -1)).toEqual(ids);
    expect(ids).toEqual(before);
  });
});

describe('inWantedOrder', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }));
  const shown = (order: string[] | undefined) =>
    inWantedOrder(items, order, ({ id }) => id).map(({ id }) => id);

  test('as named; items that are not named come last, names without an item are ignored', () => {
    expect(shown(['c', 'x', 'a'])).toEqual(['c', 'a', 'b']);
    expect(shown([])).toEqual(['a', 'b', 'c']);
  });

  test('without an order, as it stands', () => {
    expect(shown(undefined)).toEqual(['a', 'b', 'c']);
  });
});
