import * as z from 'zod/mini';

/** What is remembered of one repository. Only verdicts that say something about the repository are stored. */
const recordSchema = z.object({
  type: z.enum(['model', 'dataset', 'space']),
  id: z.string(),
  /** Milliseconds since 1970, as is `expiresAt`. */
  checkedAt: z.number(),
  expiresAt: z.number(),
  verdicts: z.record(
    z.string(),
    z.object({
      verdict: z.enum(['present', 'gated', 'absent', 'disabled']),
      canonicalId: z.optional(z.string()),
      access: z.optional(z.enum(['open', 'gated'])),
    }),
  ),
});

export type CacheRecord = z.infer<typeof recordSchema>;
export type StoredVerdict = CacheRecord['verdicts'][string];

/** The record in a stored value; undefined when the value is no record. */
export function parseRecord(value: unknown): CacheRecord | undefined {
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
