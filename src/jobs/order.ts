/** Above what any clock says, and far below where whole numbers lose their precision. */
const HIGHEST = 8.64e15;

/**
 * The next number of a row that only grows. It is the time where the clock goes on, so that old records without a number
 * have their place by time; and one more than the last where the clock was set back.
 */
export function nextOrder(last: number, now: number): number {
  return Math.max(last + 1, Math.floor(now));
}

/** A record's number; for one of an earlier version, or with a number that cannot be, when it was made. */
export function orderOf({ order, createdAt }: { order?: number; createdAt: number }): number {
  return isOrder(order) ? order : isOrder(createdAt) ? createdAt : 0;
}

function isOrder(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < HIGHEST;
}
