/** Numbers from this on are not valid: it is the highest time of a `Date`, in milliseconds, and below the largest exact integer. */
const HIGHEST = 8.64e15;

/**
 * The next number of a sequence that only grows: the current time, so that old records without a number can be ordered
 * by their time; or one more than the last number, when the clock was set back.
 */
export function nextOrder(last: number, now: number): number {
  return Math.max(last + 1, Math.floor(now));
}

/** A record's number. For a record of an earlier version, or with an invalid number, the time at which it was created. */
export function orderOf({ order, createdAt }: { order?: number; createdAt: number }): number {
  return isOrder(order) ? order : isOrder(createdAt) ? createdAt : 0;
}

function isOrder(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < HIGHEST;
}
