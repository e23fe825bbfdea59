/**
 * Whether everything in `before` is in `after` as well, lists with the same length and order. An `undefined`
 * value counts as absent.
 */
export function containsAll(after: unknown, before: unknown): boolean {
  if (typeof before !== 'object' || before === null) return Object.is(before, after);
  if (typeof after !== 'object' || after === null || Array.isArray(before) !== Array.isArray(after))
    return false;
  return Object.entries(before).every(
    ([key, value]) =>
      value === undefined || (Object.hasOwn(after, key) && containsAll(after[key as never], value)),
  );
}

/** Whether two values hold the same. An `undefined` value counts as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  return containsAll(one, other) && containsAll(other, one);
}
