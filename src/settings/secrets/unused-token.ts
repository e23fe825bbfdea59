import * as z from 'zod/mini';
import { reviewKept } from '../../storage/overdue.ts';

const DAY_MS = 86_400_000;
/**
 * Milliseconds for which a token has to be found overdue before it is forgotten. A clock that jumped ahead
 * cannot be told from time that passed: if it is put right within this time, the token stays.
 */
export const GRACE_MS = DAY_MS;

const use = z.object({ usedAt: z.number(), overdueAt: z.optional(z.number()) });

/** When a token was last used, and since when it is found to be overdue. Epoch milliseconds. */
export type TokenUse = z.infer<typeof use>;

export function parseTokenUse(value: unknown): TokenUse | undefined {
  return use.safeParse(value).data;
}

/**
 * Looks at a token that is to be forgotten after so many days without use (0: never). Returns what is to be
 * remembered of it from now on, or `forget`. In doubt the token stays longer: the days count anew where
 * nothing is known, or where the clock was set back to before the last use.
 */
export function reviewUse(known: TokenUse | undefined, days: number, now: number): TokenUse | 'forget' {
  if (!known) return { usedAt: now };
  const staysMs = days <= 0 ? Number.POSITIVE_INFINITY : days * DAY_MS;
  const next = reviewKept({ since: known.usedAt, overdueAt: known.overdueAt }, staysMs, GRACE_MS, now);
  if (next === 'over') return 'forget';
  const { since: usedAt, overdueAt } = next;
  return { usedAt, ...(overdueAt !== undefined && { overdueAt }) };
}
