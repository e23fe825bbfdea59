import * as z from 'zod/mini';

/** What is known of a token without the token. */
const about = {
  verdict: z.catch(z.enum(['valid', 'lacks-permission', 'invalid', 'unchecked']), 'unchecked'),
  account: z.catch(z.optional(z.string()), undefined),
  /** The only origin this token may be sent to, where the slot does not say it. */
  origin: z.catch(z.optional(z.string()), undefined),
  /** The token came from a sign-in, and is revoked on another page than a token that the user made. */
  signedIn: z.catch(z.optional(z.literal(true)), undefined),
};

/** How a token that came from a sign-in is renewed. It is as secret as the token. */
const renewal = z.object({
  /** An id of the sign-in, which stays the same when the token is renewed. */
  grant: z.string(),
  refreshToken: z.string(),
  /** When the token expires, in epoch milliseconds. */
  expiresAt: z.number(),
});
export type Renewal = z.infer<typeof renewal>;

const secret = z.object({
  token: z.string(),
  ...about,
  renewal: z.catch(z.optional(renewal), undefined),
});
export const aboutSecret = z.object(about);

export type Secret = z.infer<typeof secret>;
export type AboutSecret = z.infer<typeof aboutSecret>;

/** Parses a stored secret; undefined when it is none. */
export function parseSecret(value: unknown): Secret | undefined {
  return secret.safeParse(value).data;
}

/** Parses stored secrets by slot; what is no secret is left out. Undefined when the value is no record. */
export function parseSecrets(value: unknown): Record<string, Secret> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const parsed = Object.entries(value).map(([slot, raw]) => [slot, parseSecret(raw)] as const);
  return Object.fromEntries(parsed.flatMap(([slot, data]) => (data ? [[slot, data]] : [])));
}
