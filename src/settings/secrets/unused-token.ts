import * as z from 'zod/mini';

const DAY_MS = 86_400_000;
/**
 * How long a token has to be found overdue before it goes. A clock that jumped ahead cannot be told from time that passed; one
 * that is put right within this time costs nothing.
 */
export const GRACE_MS = DAY_MS;

const use = z.object({ usedAt: z.number(), overdueAt: z.optional(z.number()) });

/** When a token was last used, and since when it is found to be overdue. Epoch milliseconds. */
export type TokenUse = z.infer<typeof use>;

export function parseTokenUse(value: unknown): TokenUse | undefined {
  return use.safeParse(value).data;
}

/**
 * Looks at a token that is to go after so many days without use (0: never): what is to be remembered of it from now on, or
 * `forget`. Errs on the late side: counted anew where the clock was set back behind the last use, or nothing is known.
 */
export function reviewUse(known: TokenUse | undefined, days: number, now: number): TokenUse | 'forget' {
  if (!known || known.usedAt > now) return { usedAt: now };
  const { usedAt, overdueAt } = known;
  if (days <= 0 || now - usedAt < days * DAY_MS) return { usedAt };
  if (overdueAt === undefined || overdueAt > now) return { usedAt, overdueAt: now };
  return now - overdueAt >= GRACE_MS ? 'forget' : known;
}
