/** The same ids with one moved by `offset` places; unchanged when it would leave the list. */
export function moveBy(ids: readonly string[], id: string, offset: -1 | 1): string[] {
  const from = ids.indexOf(id);
  return from === -1 ? [...ids] : moveTo(ids, id, from + offset);
}

/** The same ids with one taken out and put back at `index`; unchanged when there is no such id or place. */
export function moveTo(ids: readonly string[], id: string, index: number): string[] {
  if (!ids.includes(id) || index < 0 || index >= ids.length) return [...ids];
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, index), id, ...others.slice(index)];
}

/**
 * Items in the order of these ids; items whose id is not named come last, in their own order. Without ids, the items stay
 * as they are.
 */
export function inWantedOrder<Item>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
  idOf: (item: Item) => string,
): readonly Item[] {
  if (!ids) return items;
  const rank = (item: Item) => (ids.includes(idOf(item)) ? ids.indexOf(idOf(item)) : ids.length);
  return items.toSorted((one, other) => rank(one) - rank(other));
}
