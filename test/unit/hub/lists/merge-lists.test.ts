import { describe, expect, test } from 'vitest';
import type { ListItem } from '../../../../src/hub/index.ts';
import { mergeLists } from '../../../../src/hub/lists/merge-lists.ts';

const item = (id: string, more: object = {}): ListItem => ({
  id,
  _source: id[0] ?? '',
  _source_url: '',
  ...more,
});
const ids = (items: ListItem[]) => items.map(({ id }) => id);

describe('mergeLists', () => {
  test('takes turns when no sort is asked for, without those who ran out', () => {
    const lists = [[item('a1'), item('a2'), item('a3')], [], [item('c1')]];
    expect(ids(mergeLists(lists, {}))).toEqual(['a1', 'c1', 'a2', 'a3']);
  });

  test('puts items without the sort key last, wherever they were, in priority order', () => {
    const lists = [
      [item('a1'), item('a2', { likes: 1 }), item('a3', { likes: 'many' })],
      [item('b1', { likes: 3 }), item('b2'), item('b3', { likes: 2 })],
    ];
    expect(ids(mergeLists(lists, { sort: 'likes' }))).toEqual(['b1', 'b3', 'a2', 'a1', 'a3', 'b2']);
    expect(ids(mergeLists([...lists].reverse(), { sort: 'likes' }))).toEqual([
      'b1',
      'b3',
      'a2',
      'b2',
      'a1',
      'a3',
    ]);
  });

  test('compares dates as moments and keeps the order of equals', () => {
    const lists = [
      [
        item('a1', { createdAt: '2026-01-01T00:00:00Z' }),
        item('a2', { createdAt: '2026-01-01T01:30:00+02:00' }),
      ],
      [item('b1', { createdAt: '2026-01-01T00:00:00.000Z' })],
    ];
    expect(ids(mergeLists(lists, { sort: 'newest' }))).toEqual(['a1', 'b1', 'a2']);
  });

  test('counts the limit after repeats, and leaves its input alone', () => {
    const first = item('o/r');
    const lists = [[first], [item('O/R', { _source: 'b' }), item('b2')], [item('o/R', { _source: 'c' })]];
    const merged = mergeLists(lists, { limit: 2 });
    expect(merged).toEqual([{ ...first, alternatives: ['b', 'c'] }, item('b2')]);
    expect(first).not.toHaveProperty('alternatives');
  });

  test('tells a model from a dataset of the same name', () => {
    expect(mergeLists([[item('o/r', { type: 'model' }), item('o/r', { type: 'dataset' })]], {})).toHaveLength(
      2,
    );
  });
});
