/** Something that is to go when nobody wanted it for a time. Epoch milliseconds. */
export interface Kept {
  /** When it was wanted last. */
  since: number;
  /** Since when it is found to be overdue. */
  overdueAt?: number | undefined;
}

/**
 * Looks at something that is to go after `staysMs`: what is to be remembered of it from now on, or `over`. A clock that jumped
 * ahead cannot be told from time that passed, so it goes only when it is still overdue `graceMs` after that was first found.
 * Where the clock was set back, time is counted anew.
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
