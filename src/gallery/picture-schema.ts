import * as z from 'zod/mini';
import { storedOwnStyle } from '../generation/request-schema.ts';
import { defined } from '../storage/defined.ts';
import type { Picture } from './picture.ts';

/** A field that is dropped when it cannot be read, so that the rest of the record can still be used. */
const readable = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

/** The most characters of a text. No service accepts a longer prompt, and a page would freeze while it shows one. */
const LONGEST_TEXT = 20_000;
const text = () => z.string().check(z.maxLength(LONGEST_TEXT));

/** The most entries of a list. Nothing asks as many services for one picture, and a page would freeze while it shows more. */
const LONGEST_LIST = 200;
const list = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.array(schema).check(z.maxLength(LONGEST_LIST));

const DAY_MS = 86_400_000;
/** Epoch milliseconds, two days away from the limits of `Date`, so that dates can be shown and calculated in every time zone. */
const moment = z.number().check(z.gte(-8.64e15 + 2 * DAY_MS), z.lte(8.64e15 - 2 * DAY_MS));

const attempt = z.looseObject({
  provider: text(),
  route: readable(text()),
  code: readable(text()),
  status: readable(z.number()),
  detail: readable(text()),
  elapsedMs: readable(z.number()),
});

const pictureSchema = z.looseObject({
  id: text(),
  // Fields and styles of a newer version stay as they are.
  request: z.looseObject({
    prompt: text(),
    style: text(),
    ownStyle: readable(storedOwnStyle),
    negativePrompt: readable(text()),
    width: readable(z.number()),
    height: readable(z.number()),
    seed: readable(z.number()),
    model: readable(text()),
  }),
  sent: readable(z.looseObject({ prompt: text(), negativePrompt: readable(text()) })),
  // Any name is accepted, since a newer version may have stored the record.
  provider: text(),
  model: z.optional(text()),
  route: z.optional(text()),
  warnings: readable(list(z.looseObject({ code: text(), detail: readable(text()) }))),
  attempts: readable(list(attempt)),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif']),
  byteLength: z.number(),
  width: readable(z.number().check(z.positive())),
  height: readable(z.number().check(z.positive())),
  createdAt: moment,
  elapsedMs: z.number(),
  group: readable(text()),
  page: readable(text()),
  favourite: readable(z.boolean()),
  deletedAt: readable(z.number()),
  place: readable(z.number()),
});

/** Parses a stored record; undefined when it is corrupt. */
export function parsePicture(value: unknown): Picture | undefined {
  const parsed = pictureSchema.safeParse(value);
  if (!parsed.success) return undefined;
  return defined({ ...parsed.data, request: defined(parsed.data.request) }) as unknown as Picture;
}
