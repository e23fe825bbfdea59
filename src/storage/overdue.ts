/** The times of something that is removed when it was not used for long, such as a saved file. Epoch milliseconds. */
export interface Kept {
  /** When it was last used. */
  since: number;
  /** When it was first found to be overdue; undefined while it is not. */
  overdueAt?: number | undefined;
}

/**
 * Checks something that is removed `staysMs` after its last use. Returns `over` when it must be removed now, else the times to
 * store for the next check. A clock that jumped ahead looks like time that has passed, so it is removed only when it is still
 * overdue `graceMs` after it was first found to be. If the clock was set back, the time starts anew.
 */
export function reviewKept(
  { since, overdueAt }: Kept,
  staysMs: number,
  graceMs: number,
  now: number,
): Kept | 'over' {
  if (since > now) return { since: now };
  if (now - since < staysMs) return { since };
  if (overdueAt === undefined || overdueAt > now) return { since, overdueAt: now };
  return now - overdueAt >= graceMs ? 'over' : { since, overdueAt };
}
