import * as z from 'zod/mini';
import { normaliseModel } from '../../generation/model-name.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import { STYLE_PRESETS } from '../../generation/style-presets.ts';
import { SHAPE_NAMES, SHAPES } from './shapes.ts';

/** Each field stands alone: one that cannot be read falls back without taking the others along. */
const draftSchema = z.object({
  prompt: z.catch(z.string(), ''),
  style: z.catch(z.enum(STYLE_PRESETS), 'none'),
  shape: z.catch(z.enum(SHAPE_NAMES), 'square'),
  negativePrompt: z.catch(z.string(), ''),
  /** As typed; empty: a random one for each picture. */
  seed: z.catch(z.string(), ''),
  /** As typed; empty: the model of the settings. */
  model: z.catch(z.string(), ''),
});

/** What the user typed and chose and has not sent yet. */
export type Draft = z.infer<typeof draftSchema>;

/** What lies in storage as a draft; what cannot be read of it is as if it had never been typed. */
export function parseDraft(stored: unknown): Draft {
  const fields = typeof stored === 'object' && stored !== null ? stored : {};
  return draftSchema.parse({ ...fields });
}

/**
 * The draft as a request. A seed that is no number becomes NaN, which `findRequestProblem` names; an empty one is drawn
 * here, so that every picture's seed is known.
 */
export function toRequest(draft: Draft, drawSeed: () => number): GenerationRequest {
  const negativePrompt = draft.negativePrompt.trim();
  const model = normaliseModel(draft.model);
  return {
    prompt: draft.prompt,
    style: draft.style,
    ...SHAPES[draft.shape],
    seed: readSeed(draft.seed.trim()) ?? drawSeed(),
    ...(negativePrompt && { negativePrompt }),
    ...(model && { model }),
  };
}

function readSeed(text: string): number | undefined {
  if (text === '' || text === '-1') return undefined;
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
}
