import type { Incomplete, Wholeness } from '../types.ts';

/** Whether a list is complete, and if not, why. */
export function wholeness(incomplete: Incomplete | undefined): Wholeness {
  return incomplete === undefined ? { complete: true } : { complete: false, incomplete };
}
