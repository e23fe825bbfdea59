import type { Incomplete, Wholeness } from '../types.ts';

/** What is said of a list: whole, or why not. */
export function wholeness(incomplete: Incomplete | undefined): Wholeness {
  return incomplete === undefined ? { complete: true } : { complete: false, incomplete };
}
