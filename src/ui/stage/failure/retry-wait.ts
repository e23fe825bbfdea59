const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * How long a failed job is still to wait before it is tried again, in milliseconds. `toldAt` is when the service named the
 * wait and `at` its end, both in epoch milliseconds by the clock of then. A clock that was set since makes it no longer than
 * what was told, and never longer than an hour.
 */
export function retryWaitMs(at: number, toldAt: number | undefined, now: number): number {
  const told = toldAt === undefined ? LONGEST_WAIT_MS : at - toldAt;
  return Math.max(0, Math.min(at - now, told, LONGEST_WAIT_MS));
}
