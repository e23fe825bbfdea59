import { cleanPrompt } from './clean-text.ts';
import { isModelId, normaliseModel } from './model-name.ts';
import { type OwnStyle, sentWords } from './own-style.ts';
import type { GenerationOptions, StylePreset } from './types.ts';

export { cleanPrompt, isModelId };

/** The request as the user made it, before a style is applied. */
export interface GenerationRequest {
  prompt: string;
  style: StylePreset;
  /** A style that is none of the presets, or one that the user changed; `style` is `none` then. */
  ownStyle?: OwnStyle;
  negativePrompt?: string;
  width?: number;
  height?: number;
  seed?: number;
  /** `owner/name` on the hub; the setting's model when left out. */
  model?: string;
}

export type RequestProblem =
  | 'PROMPT_EMPTY'
  | 'PROMPT_TOO_LONG'
  | 'NEGATIVE_PROMPT_TOO_LONG'
  | 'SIZE_INVALID'
  | 'SEED_INVALID'
  | 'MODEL_INVALID';

/** The most characters of a prompt: more than any of the models reads (512 tokens), and few enough to be stored with each job. */
export const MAX_PROMPT_LENGTH = 4000;
/** The most characters that are taken of a text from elsewhere: about as many as 512 tokens, the most that common models read. */
export const MAX_SELECTION = 2_000;
/** Limits of width and height in pixels: the sizes that the routes accept. */
export const SIZE_LIMITS = { min: 64, max: 2048, step: 8 } as const;
/** The largest seed that may be typed. */
export const MAX_SEED = 2 ** 32 - 1;
/** The largest seed that is drawn: several services read seeds as signed 32-bit numbers, and refuse larger ones. */
export const MAX_DRAWN_SEED = 2 ** 31 - 1;
/** The number that other tools write for "any seed". */
export const RANDOM_SEED = -1;

/** Normalises a request for storing and sending: both texts cleaned, the model as an id, and no seed when any seed is meant. */
export function normaliseRequest(request: GenerationRequest): GenerationRequest {
  const { prompt, negativePrompt = '', model = '', seed, ...rest } = request;
  const [leaveOut, id] = [cleanPrompt(negativePrompt), normaliseModel(model)];
  return {
    ...rest,
    prompt: cleanPrompt(prompt),
    ...(leaveOut && { negativePrompt: leaveOut }),
    ...(id && { model: id }),
    ...(seed !== undefined && seed !== RANDOM_SEED && { seed }),
  };
}

/** The first problem of a normalised request; undefined when there is none. A request with a problem is not sent. */
export function findRequestProblem(request: GenerationRequest): RequestProblem | undefined {
  if (cleanPrompt(request.prompt) === '') return 'PROMPT_EMPTY';
  // The words of a preset are short; those of an own style may be anything, as often as it repeats the prompt.
  const { prompt, negativePrompt = '' } = request.ownStyle ? sentWords(request) : request;
  if (Math.max(request.prompt.length, prompt.length) > MAX_PROMPT_LENGTH) return 'PROMPT_TOO_LONG';
  if (negativePrompt.length > MAX_PROMPT_LENGTH) return 'NEGATIVE_PROMPT_TOO_LONG';
  if (!isSize(request.width) || !isSize(request.height)) return 'SIZE_INVALID';
  if (!isSeed(request.seed)) return 'SEED_INVALID';
  if (request.model !== undefined && !isModelId(request.model)) return 'MODEL_INVALID';
  return undefined;
}

/** Whether a width or height can be asked for; true when it is left out. */
export function isSize(pixels: number | undefined): boolean {
  if (pixels === undefined) return true;
  return pixels % SIZE_LIMITS.step === 0 && pixels >= SIZE_LIMITS.min && pixels <= SIZE_LIMITS.max;
}

function isSeed(seed: number | undefined): boolean {
  return seed === undefined || (Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED);
}

/** The options that all providers get: the normalised request without its prompt. */
export function toGenerationOptions(request: GenerationRequest, signal: AbortSignal): GenerationOptions {
  const normalised = normaliseRequest(request);
  const { prompt: _prompt, negativePrompt: _typed, ownStyle: _applied, ...options } = normalised;
  const { negativePrompt } = sentWords(normalised);
  return { ...options, ...(negativePrompt !== undefined && { negativePrompt }), signal };
}
