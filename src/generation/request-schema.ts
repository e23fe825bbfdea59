import * as z from 'zod/mini';
import { STYLE_PRESETS } from './style-presets.ts';

/** The fields of a `GenerationRequest`: strict where a page sends one, loose where one was stored. */
const fields = () => ({
  prompt: z.string(),
  style: z.enum(STYLE_PRESETS),
  negativePrompt: z.optional(z.string()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  seed: z.optional(z.number()),
  model: z.optional(z.string()),
});

/** A request that a page sends: unknown fields are refused. The schema is built when it is first used. */
export const generationRequest = z.lazy(() => z.strictObject(fields()));

/** A request in a stored record: unknown fields, from a newer version, are kept. */
export const storedRequest = z.lazy(() => z.looseObject(fields()));
