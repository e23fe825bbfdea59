import * as z from 'zod/mini';
import type { Picture } from './picture.ts';

/** A field that is dropped when it cannot be read, so that the picture is kept. */
const readable = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

const DAY_MS = 86_400_000;
/** Epoch milliseconds of a day that can be named, with the days before and after it, in every time zone. */
const moment = z.number().check(z.gte(-8.64e15 + 2 * DAY_MS), z.lte(8.64e15 - 2 * DAY_MS));

const attempt = z.looseObject({
  provider: z.string(),
  route: readable(z.string()),
  code: readable(z.string()),
  status: readable(z.number()),
  detail: readable(z.string()),
  elapsedMs: readable(z.number()),
});

const pictureSchema = z.looseObject({
  id: z.string(),
  request: z.looseObject({ prompt: z.string(), style: z.string() }),
  sent: readable(z.looseObject({ prompt: z.string(), negativePrompt: readable(z.string()) })),
  // Any name: a newer version may have stored it.
  provider: z.string(),
  model: z.optional(z.string()),
  route: z.optional(z.string()),
  warnings: z.optional(z.array(z.looseObject({ code: z.string(), detail: z.optional(z.string()) }))),
  attempts: readable(z.array(attempt)),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif']),
  byteLength: z.number(),
  width: readable(z.number().check(z.positive())),
  height: readable(z.number().check(z.positive())),
  createdAt: moment,
  elapsedMs: z.number(),
  group: readable(z.string()),
  page: readable(z.string()),
  favourite: readable(z.boolean()),
  deletedAt: readable(z.number()),
  place: readable(z.number()),
});

/** Parses a stored record; undefined when it is corrupt. */
export function parsePicture(value: unknown): Picture | undefined {
  const parsed = pictureSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const known = Object.entries(parsed.data).filter(([, field]) => field !== undefined);
  return Object.fromEntries(known) as unknown as Picture;
}
