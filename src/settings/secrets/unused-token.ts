import * as z from 'zod/mini';

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
  if (!known || known.usedAt > now) return { usedAt: now };
  const { usedAt, overdueAt } = known;
  if (days <= 0 || now - usedAt < days * DAY_MS) return { usedAt };
  if (overdueAt === undefined || overdueAt > now) return { usedAt, overdueAt: now };
  return now - overdueAt >= GRACE_MS ? 'forget' : known;
}
