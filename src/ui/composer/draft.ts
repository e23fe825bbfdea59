import * as z from 'zod/mini';
import { normaliseModel } from '../../generation/model-name.ts';
import { styleUsed } from '../../generation/own-style.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import { LONGEST_ADDRESS } from '../../messages/hand-over.ts';
import type { Style } from '../../settings/index.ts';
import { inStyle } from '../../settings/presets/in-style.ts';
import { SHIPPED_STYLES } from '../../settings/presets/shipped-styles.ts';
import { withQuote } from './quote.ts';
import { SHAPE_NAMES, SHAPES, shapeOf } from './shapes.ts';

export const MOST_PICTURES = 4;

/** Each field that cannot be read gets its default, without effect on the others. */
const draftSchema = z.object({
  prompt: z.catch(z.string(), ''),
  /** Text of a page that is sent before the prompt. */
  quote: z.catch(z.string(), ''),
  /** The selected text was longer than `quote`, which was shortened. */
  quoteShortened: z.catch(z.boolean(), false),
  /** The address of that page, where it is kept. */
  quotePage: z.catch(z.string().check(z.maxLength(LONGEST_ADDRESS)), ''),
  /** Id of a style of the user's list, or `none`. */
  style: z.catch(z.string().check(z.maxLength(100)), 'none'),
  /** `own`: the size in `width` and `height`. */
  shape: z.catch(z.enum([...SHAPE_NAMES, 'own'] as const), 'square'),
  width: z.catch(z.string(), '1024'),
  height: z.catch(z.string(), '1024'),
  negativePrompt: z.catch(z.string(), ''),
  /** As typed; empty: a random one for each picture. */
  seed: z.catch(z.string(), ''),
  /** As typed; empty: the model of the settings. */
  model: z.catch(z.string(), ''),
  /** How many pictures one press requests. */
  pictures: z.catch(z.int().check(z.minimum(1), z.maximum(MOST_PICTURES)), 1),
});

/** What the user typed and chose for the next picture. */
export type Draft = z.infer<typeof draftSchema>;

/** Parses a stored draft; fields that cannot be read have their defaults. */
export function parseDraft(stored: unknown): Draft {
  const fields = typeof stored === 'object' && stored !== null ? stored : {};
  return draftSchema.parse({ ...fields });
}

/**
 * Makes a request of the draft in its style, with `prompt` as it will be sent. Text that is not a number
 * becomes NaN, which `findRequestProblem` reports. For an empty seed a random seed is drawn here, so that
 * every picture's seed is known.
 */
export function toRequest(
  draft: Draft,
  prompt: string,
  drawSeed: () => number,
  styles: readonly Style[] = SHIPPED_STYLES,
): GenerationRequest {
  const negativePrompt = draft.negativePrompt.trim();
  const model = normaliseModel(draft.model);
  const request: GenerationRequest = {
    prompt: withQuote(draft.quote, prompt),
    style: 'none',
    ...sizeOf(draft),
    seed: readSeed(draft.seed.trim()) ?? drawSeed(),
    ...(negativePrompt && { negativePrompt }),
    ...(model && { model }),
  };
  return inStyle(request, draft.style, styles);
}

/** Makes a draft of a request, with everything that made a picture. */
export function fromRequest(request: GenerationRequest): Draft {
  const { prompt, width = 1024, height = 1024, negativePrompt = '', seed, model = '' } = request;
  return parseDraft({
    prompt,
    style: styleUsed(request)?.id,
    shape: shapeOf(width, height) ?? 'own',
    width: String(width),
    height: String(height),
    negativePrompt,
    seed: seed === undefined ? '' : String(seed),
    model,
  });
}

/** Pixels that the draft asks for; NaN where what was typed is no number. */
export function sizeOf({ shape, width, height }: Draft): { width: number; height: number } {
  if (shape !== 'own') return { width: SHAPES[shape].width, height: SHAPES[shape].height };
  return { width: readNumber(width.trim()) ?? Number.NaN, height: readNumber(height.trim()) ?? Number.NaN };
}

/**
 * The seed in a text; undefined for a random seed, which other tools write as -1; NaN for text that is no
 * number.
 */
function readSeed(text: string): number | undefined {
  return text === '-1' ? undefined : readNumber(text);
}

function readNumber(text: string): number | undefined {
  if (text === '') return undefined;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
