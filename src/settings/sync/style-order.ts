/**
 * Whether a list of styles stands in this order. Ids of the order that the list lacks are ignored: otherwise
 * two devices that cannot hold the same styles would correct each other for ever. An id of the list that the
 * order lacks is a difference.
 */
export function standsInOrder(ids: readonly string[], order: readonly string[]): boolean {
  const here = new Set(ids);
  const asked = order.filter((id) => here.has(id));
  return asked.length === ids.length && asked.every((id, index) => id === ids[index]);
}

/** The order to write: the ids of this device, and behind them the ids that it does not hold but other devices may. */
export function fullOrder(
  ids: readonly string[],
  before: readonly string[],
  isDeleted: (id: string) => boolean,
): string[] {
  return [...ids, ...before.filter((id) => !ids.includes(id) && !isDeleted(id))];
}
