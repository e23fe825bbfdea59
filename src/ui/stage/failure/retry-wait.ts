const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Milliseconds until a retry of a failed job makes sense. `toldAt` is when the service named the wait and `at` its end, both
 * in epoch milliseconds. If the clock was changed since, the result is at most the wait that was named, and at most an hour.
 */
export function retryWaitMs(at: number, toldAt: number | undefined, now: number): number {
  const told = toldAt === undefined ? LONGEST_WAIT_MS : at - toldAt;
  return Math.max(0, Math.min(at - now, told, LONGEST_WAIT_MS));
}
