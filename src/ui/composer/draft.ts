import * as z from 'zod/mini';
import { normaliseModel } from '../../generation/model-name.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import { STYLE_PRESETS } from '../../generation/style-presets.ts';
import { SHAPE_NAMES, SHAPES, shapeOf } from './shapes.ts';

export const MOST_PICTURES = 4;

/** Each field stands alone: one that cannot be read falls back without taking the others along. */
const draftSchema = z.object({
  prompt: z.catch(z.string(), ''),
  style: z.catch(z.enum(STYLE_PRESETS), 'none'),
  /** `own`: the size that was typed. */
  shape: z.catch(z.enum([...SHAPE_NAMES, 'own'] as const), 'square'),
  width: z.catch(z.string(), '1024'),
  height: z.catch(z.string(), '1024'),
  negativePrompt: z.catch(z.string(), ''),
  /** As typed; empty: a random one for each picture. */
  seed: z.catch(z.string(), ''),
  /** As typed; empty: the model of the settings. */
  model: z.catch(z.string(), ''),
  /** How many one press asks for. */
  pictures: z.catch(z.int().check(z.minimum(1), z.maximum(MOST_PICTURES)), 1),
});

/** What the user typed and chose and has not sent yet. */
export type Draft = z.infer<typeof draftSchema>;

/** What lies in storage as a draft; what cannot be read of it is as if it had never been typed. */
export function parseDraft(stored: unknown): Draft {
  const fields = typeof stored === 'object' && stored !== null ? stored : {};
  return draftSchema.parse({ ...fields });
}

/**
 * The draft as a request, with `prompt` as it is to be sent. A number that is none becomes NaN, which
 * `findRequestProblem` names; an empty seed is drawn here, so that every picture's seed is known.
 */
export function toRequest(draft: Draft, prompt: string, drawSeed: () => number): GenerationRequest {
  const negativePrompt = draft.negativePrompt.trim();
  const model = normaliseModel(draft.model);
  return {
    prompt,
    style: draft.style,
    ...sizeOf(draft),
    seed: readSeed(draft.seed.trim()) ?? drawSeed(),
    ...(negativePrompt && { negativePrompt }),
    ...(model && { model }),
  };
}

/** A request as a draft again: everything that made a picture. */
export function fromRequest(request: GenerationRequest): Draft {
  const { prompt, style, width = 1024, height = 1024, negativePrompt = '', seed, model = '' } = request;
  return parseDraft({
    prompt,
    style,
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

/** -1 is what other tools write for a random one. */
function readSeed(text: string): number | undefined {
  return text === '-1' ? undefined : readNumber(text);
}

function readNumber(text: string): number | undefined {
  if (text === '') return undefined;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
