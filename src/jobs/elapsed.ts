/**
 * How long an attempt or a route took; nothing while that is unknown. `lastEnd`: for an attempt's last route, the attempt's end,
 * which is the route's own where none was noted. Times are epoch milliseconds.
 */
export function elapsed(
  { startedAt, endedAt }: { startedAt: number; endedAt?: number },
  lastEnd?: number,
): { elapsedMs?: number } {
  const end = endedAt ?? lastEnd;
  return end === undefined ? {} : { elapsedMs: Math.max(0, end - startedAt) };
}
