import type { ListItem, ListSort } from '../types.ts';
import { SORT_KEYS } from './list-query.ts';

export interface MergeOptions {
  sort?: ListSort | undefined;
  limit?: number | undefined;
}

/**
 * Makes one list of several, given in priority order. When several lists hold the same item, the first list's copy is
 * kept, with the sources of the other copies as its alternatives. Sorted when a sort is asked for, items without the key
 * last; otherwise the first items of all lists come first, then the second items, and so on.
 */
export function mergeLists(
  lists: readonly (readonly ListItem[])[],
  { sort, limit }: MergeOptions,
): ListItem[] {
  const unique = withoutRepeats(lists);
  const merged = sort ? sorted(unique.flat(), sort) : roundByRound(unique);
  return limit === undefined ? merged : merged.slice(0, limit);
}

function withoutRepeats(lists: readonly (readonly ListItem[])[]): ListItem[][] {
  const kept = new Map<string, ListItem>();
  return lists.map((list) =>
    list.flatMap((item) => {
      const name = `${item.type ?? ''}:${item.id.toLowerCase()}`;
      const first = kept.get(name);
      if (first) {
        addAlternatives(first, item);
        return [];
      }
      const copy = { ...item };
      kept.set(name, copy);
      return [copy];
    }),
  );
}

function addAlternatives(item: ListItem, repeat: ListItem): void {
  const sources = new Set([...(item.alternatives ?? []), repeat._source, ...(repeat.alternatives ?? [])]);
  sources.delete(item._source);
  if (sources.size > 0) item.alternatives = [...sources];
}

function sorted(items: ListItem[], sort: ListSort): ListItem[] {
  const value = (item: ListItem) => sortValue(item[SORT_KEYS[sort]], sort);
  return items.sort((one, other) => compare(value(one), value(other)));
}

function compare(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return other - one;
}

/** The value to sort by: a number as it is, a date as milliseconds since 1970. Anything else counts as missing. */
function sortValue(value: unknown, sort: ListSort): number | undefined {
  const number = sort === 'newest' && typeof value === 'string' ? Date.parse(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function roundByRound(lists: readonly ListItem[][]): ListItem[] {
  const rounds = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
}
