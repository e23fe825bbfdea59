import * as z from 'zod/mini';
import type { Picture } from './picture.ts';

const pictureSchema = z.looseObject({
  id: z.string(),
  request: z.looseObject({ prompt: z.string(), style: z.string() }),
  // Any name: a newer version may have stored it.
  provider: z.string(),
  model: z.optional(z.string()),
  route: z.optional(z.string()),
  warnings: z.optional(z.array(z.looseObject({ code: z.string(), detail: z.optional(z.string()) }))),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif']),
  byteLength: z.number(),
  createdAt: z.number(),
  elapsedMs: z.number(),
});

/** A stored record, or undefined when what lies there is none: a corrupt one is as good as gone, never thrown over. */
export function parsePicture(value: unknown): Picture | undefined {
  const parsed = pictureSchema.safeParse(value);
  return parsed.success ? (parsed.data as Picture) : undefined;
}
