import { factsInBody } from '../meaning/body-facts.ts';
import { isRefusalCode } from '../meaning/content-refusal.ts';

export interface JsonPicture {
  /** Base64, a data URL or an address; undefined when the answer holds no picture (yet). */
  picture?: string | undefined;
  /** The service says that it refused or flagged the content. */
  refused: boolean;
  /** The seed that was used, where the service tells. */
  seed?: number | undefined;
}

/** Properties in which services put their pictures, the most specific first. Each holds a picture, a list, or an object with one of these. */
const PLACES = [
  'images',
  'image',
  'data',
  'output',
  'outputs',
  'artifacts',
  'result',
  'results',
  'predictions',
];
/** Properties that hold the picture in an object that describes one. */
const CONTENTS = [
  'b64_json',
  'b64',
  'base64',
  'bytesBase64Encoded',
  'image_base64',
  'imageBase64Data',
  'imageBytes',
  'url',
  'image_url',
  'imageUrl',
  'imageURL',
  'signed_url',
  'sample',
  'uri',
];
/** The deepest known answer is `{"data":{"outputs":[{"url":…}]}}`. */
const DEEPEST = 5;

/** The picture in a JSON answer, in any of the shapes that services behind Hugging Face use. */
export function findJsonPicture(json: unknown): JsonPicture {
  if (typeof json === 'string') return { picture: json, refused: false };
  if (!isRecord(json)) return { refused: false };
  const { flagged, codes } = factsInBody(json);
  const picture = PLACES.map((place) => pictureIn(json[place], 0)).find((text) => text !== undefined);
  const seed = typeof json.seed === 'number' ? json.seed : undefined;
  return { picture: picture ?? contentOf(json), refused: flagged || codes.some(isRefusalCode), seed };
}

function pictureIn(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value || undefined;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value))
    return value.map((item) => pictureIn(item, depth + 1)).find((text) => text !== undefined);
  if (!isRecord(value)) return undefined;
  const inside = PLACES.map((place) => pictureIn(value[place], depth + 1));
  return contentOf(value) ?? inside.find((text) => text !== undefined);
}

function contentOf(record: Record<string, unknown>): string | undefined {
  return CONTENTS.map((name) => record[name]).find((text) => typeof text === 'string' && text !== '') as
    | string
    | undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
