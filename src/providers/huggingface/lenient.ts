import * as z from 'zod/mini';

/** A schema for a part of an answer: when the part has another shape than expected, it counts as missing. */
export function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}
