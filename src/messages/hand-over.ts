import * as z from 'zod/mini';

/**
 * Session storage key of what the composer is to begin with. The background writes it; a page with the composer reads and
 * removes it. Private windows have a key of their own, which only pages of private windows read.
 */
export function handOverKey(isPrivate: boolean): string {
  return isPrivate ? 'composer:hand-over:private' : 'composer:hand-over';
}

/** Characters. Longer addresses are not kept. */
export const LONGEST_ADDRESS = 2000;

const handOver = z.lazy(() =>
  z.object({
    /** Text of a page, shown above the prompt. */
    quote: z.optional(z.string()),
    /** The selection was longer than `quote`, which was cut. */
    shortened: z.optional(z.boolean()),
    /** The address of the quote's page, where the user's settings allow that it is kept. */
    page: z.catch(z.optional(z.string().check(z.maxLength(LONGEST_ADDRESS))), undefined),
    /** Text for the prompt field, typed in the address bar. */
    prompt: z.optional(z.string()),
    /** Id of a style. */
    style: z.optional(z.string()),
    /** The composer is to open its list of styles. */
    choosesStyle: z.optional(z.boolean()),
    problem: z.optional(z.enum(['SELECTION_EMPTY', 'SELECTION_UNREADABLE'])),
  }),
);

export type HandOver = z.infer<typeof handOver>;

/** Parses a stored hand-over; undefined when there is none, or it cannot be read. */
export function parseHandOver(value: unknown): HandOver | undefined {
  return value === undefined || value === null ? undefined : handOver.safeParse(value).data;
}
