import type * as z from 'zod/mini';

const MINUTE_MS = 60_000;

/** One message, page to background. */
export interface Entry<Schema extends z.ZodMiniType = z.ZodMiniType, Value = unknown> {
  /** The shape of what comes with it, parsed on receipt. */
  request: Schema;
  /** How long a page waits for the answer, in milliseconds, before it takes the background for gone. */
  patienceMs: number;
  /** The type of what is answered; never there at run time. */
  reply?: Value;
}

/**
 * An entry whose answer holds a `Value`. `patienceMs` is for what takes longer than the background's own work: a person
 * signs in, a chain of hubs is slow to answer.
 */
export function replying<Value>() {
  return <Schema extends z.ZodMiniType>(
    request: Schema,
    { patienceMs = MINUTE_MS }: { patienceMs?: number } = {},
  ): Entry<Schema, Value> => ({ request, patienceMs });
}
