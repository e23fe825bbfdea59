/** Whether everything in `before` is in `after` as well: nothing was lost on the way. Lists keep their length and order. */
export function isAllIn(before: unknown, after: unknown): boolean {
  if (typeof before !== 'object' || before === null) return Object.is(before, after);
  if (typeof after !== 'object' || after === null || Array.isArray(before) !== Array.isArray(after))
    return false;
  return Object.entries(before).every(
    ([key, value]) =>
      value === undefined || (Object.hasOwn(after, key) && isAllIn(value, after[key as never])),
  );
}
