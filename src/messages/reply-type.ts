/**
 * Stands for a value of this type, which is answered: there is none at run time. No call of it has an effect, so that a page,
 * which asks by name alone, loads no shapes of messages.
 */
// @__NO_SIDE_EFFECTS__
export function reply<Value>(): Value {
  return undefined as Value;
}
