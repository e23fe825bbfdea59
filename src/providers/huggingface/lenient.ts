import * as z from 'zod/mini';

/** A part of an answer that counts as missing when it has another shape than expected. */
export function lenient<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}
