import * as z from 'zod/mini';

/** Where the background lays what the composer is to begin with. A page that shows the composer takes it and removes it. */
export const HAND_OVER_KEY = 'composer:hand-over';

const handOver = z.lazy(() =>
  z.object({
    /** Text of a page, shown above the prompt. */
    quote: z.optional(z.string()),
    /** The selection was longer. */
    shortened: z.optional(z.boolean()),
    /** Typed elsewhere, for the prompt field. */
    prompt: z.optional(z.string()),
    /** Id of a style. */
    style: z.optional(z.string()),
    /** The styles are to be shown. */
    choosesStyle: z.optional(z.boolean()),
    problem: z.optional(z.enum(['SELECTION_EMPTY', 'SELECTION_UNREADABLE'])),
  }),
);

export type HandOver = z.infer<typeof handOver>;

/** What lies there; undefined when it is nothing, or cannot be read. */
export function parseHandOver(value: unknown): HandOver | undefined {
  return value === undefined || value === null ? undefined : handOver.safeParse(value).data;
}
