import * as z from 'zod/mini';

/** What is known of a token without the token. */
const about = {
  verdict: z.catch(z.enum(['valid', 'lacks-permission', 'invalid', 'unchecked']), 'unchecked'),
  account: z.catch(z.optional(z.string()), undefined),
  /** The only origin this token may be sent to, where the slot does not say it. */
  origin: z.catch(z.optional(z.string()), undefined),
};

const secret = z.object({ token: z.string(), ...about });
export const aboutSecret = z.object(about);

export type Secret = z.infer<typeof secret>;
export type AboutSecret = z.infer<typeof aboutSecret>;

/** A secret that was written elsewhere; undefined for what is none. */
export function parseSecret(value: unknown): Secret | undefined {
  return secret.safeParse(value).data;
}

/** Secrets that were written elsewhere; what is none is left out. Undefined when there is no record of any. */
export function parseSecrets(value: unknown): Record<string, Secret> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const parsed = Object.entries(value).map(([slot, raw]) => [slot, parseSecret(raw)] as const);
  return Object.fromEntries(parsed.flatMap(([slot, data]) => (data ? [[slot, data]] : [])));
}
