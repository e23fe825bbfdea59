import * as z from 'zod/mini';
import { lenient } from './lenient.ts';

const Item = z.union([z.string(), z.object({ b64_json: lenient(z.string()), url: lenient(z.string()) })]);
const Flags = lenient(z.array(z.unknown()));

const PictureJson = z.object({
  data: lenient(z.array(Item)),
  images: lenient(z.array(Item)),
  output: lenient(z.union([z.string(), z.array(Item)])),
  outputs: lenient(z.array(Item)),
  seed: lenient(z.number()),
  has_nsfw_concepts: Flags,
  has_nsfw_contents: Flags,
});

export interface JsonPicture {
  /** Base64, a data URL or an address; undefined when the answer holds no picture (yet). */
  picture?: string | undefined;
  /** The service flagged what it made. */
  refused: boolean;
  /** The seed that was used, where the service tells. */
  seed?: number | undefined;
}

/** The picture in a JSON answer, in any of the shapes that services behind Hugging Face use. */
export function findJsonPicture(json: unknown): JsonPicture {
  if (typeof json === 'string') return { picture: json, refused: false };
  const parsed = z.safeParse(PictureJson, json);
  if (!parsed.success) return { refused: false };
  const { data, images, output, outputs, seed, has_nsfw_concepts, has_nsfw_contents } = parsed.data;
  const items = [data, images, typeof output === 'string' ? [output] : output, outputs].flatMap(
    (list) => list ?? [],
  );
  const picture = items
    .map((item) => (typeof item === 'string' ? item : (item.b64_json ?? item.url)))
    .find((text) => text !== undefined && text !== '');
  const flags = [...(has_nsfw_concepts ?? []), ...(has_nsfw_contents ?? [])];
  return { picture, refused: flags.includes(true), seed };
}
