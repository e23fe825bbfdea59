/**
 * Declares the type of a reply; there is no value at run time. A call has no effect, so that bundlers drop the schemas from
 * pages, which only need the names.
 */
// @__NO_SIDE_EFFECTS__
export function reply<Value>(): Value {
  return undefined as Value;
}
