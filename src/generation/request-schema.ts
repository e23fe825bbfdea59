import * as z from 'zod/mini';
import { PROMPT_SLOT, STYLE_PRESETS } from './style-presets.ts';

/** Characters. A style's limits (`STYLE_LIMITS`) are lower; a record may come from a version with higher ones. */
const LONGEST_TEMPLATE = 20_000;

const ownFields = () => ({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.optional(z.string().check(z.maxLength(100))),
  // Without the slot the user's words would not be sent at all.
  template: z.string().check(z.maxLength(LONGEST_TEMPLATE), z.includes(PROMPT_SLOT)),
  negativePrompt: z.optional(z.string().check(z.maxLength(LONGEST_TEMPLATE))),
});

/** A style of the user's own in a stored record: unknown fields, from a newer version, are kept. */
export const storedOwnStyle = z.lazy(() => z.looseObject(ownFields()));

/** A request that a page sends: unknown fields are refused. The schema is built when it is first used. */
export const generationRequest = z.lazy(() =>
  z.strictObject({
    prompt: z.string(),
    style: z.enum(STYLE_PRESETS),
    ownStyle: z.optional(z.strictObject(ownFields())),
    negativePrompt: z.optional(z.string()),
    width: z.optional(z.number()),
    height: z.optional(z.number()),
    seed: z.optional(z.number()),
    model: z.optional(z.string()),
  }),
);
