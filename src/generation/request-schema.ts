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

/** A request as a page sends it: a field that nobody knows is refused. Built when it is first needed. */
export const generationRequest = z.lazy(() => z.strictObject(fields()));

/** A request as a record holds it: fields of a newer version stay as they are. */
export const storedRequest = z.lazy(() => z.looseObject(fields()));
