/**
 * Whether a list of styles stands in this order. Ids that are missing here do not count, or two devices that cannot hold the
 * same styles would correct each other for ever; ids that the order lacks do.
 */
export function standsInOrder(ids: readonly string[], order: readonly string[]): boolean {
  const here = new Set(ids);
  const asked = order.filter((id) => here.has(id));
  return asked.length === ids.length && asked.every((id, index) => id === ids[index]);
}

/** The order to write: this device's, and behind it what it does not hold but others may. */
export function fullOrder(
  ids: readonly string[],
  before: readonly string[],
  isDeleted: (id: string) => boolean,
): string[] {
  return [...ids, ...before.filter((id) => !ids.includes(id) && !isDeleted(id))];
}
