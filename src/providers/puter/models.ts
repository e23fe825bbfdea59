import { abilitiesOf, type GenerationOptions, type ProviderWarning } from '../../generation/index.ts';

/** Puter's id of FLUX.1 schnell at Together, which honours size, seed and negative prompt and can answer in base64. */
export const DEFAULT_MODEL = 'black-forest-labs/FLUX.1-schnell';

/** The same model at Replicate, the id of seed 004. */
const AT_REPLICATE = 'flux-schnell';

const REPLICATE = /^(replicate:.+|(black-forest-labs\/)?flux-schnell|flux-1-schnell)$/i;
const TOGETHER_SCHNELL = /^(togetherai:)?(black-forest-labs\/)?flux\.1-schnell$/i;

export interface PictureArguments {
  prompt: string;
  model: string;
  response_format: string;
  width?: number;
  height?: number;
  seed?: number;
  negative_prompt?: string;
}

/** The arguments for `puter.ai.txt2img`. Sizes are pixels and not a ratio: a ratio of 16:9 gives 64 × 64 pixels at Together. */
export function pictureArguments(
  model: string,
  prompt: string,
  { width, height, seed, negativePrompt }: GenerationOptions,
): PictureArguments {
  return {
    prompt,
    model,
    // Replicate reads `response_format` as the file format, and does not know base64.
    response_format: REPLICATE.test(model) ? 'png' : 'base64',
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(seed !== undefined && { seed }),
    ...(negativePrompt && { negative_prompt: negativePrompt }),
  };
}

/** Another id under which Puter offers the same model, for when Puter no longer knows the first id. */
export function sameModelElsewhere(model: string): string | undefined {
  return TOGETHER_SCHNELL.test(model) ? AT_REPLICATE : undefined;
}

/** Warnings for options that `model` ignores, and when `model` is not the requested model. */
export function warningsFor(model: string, options: GenerationOptions): ProviderWarning[] {
  const takes = abilitiesOf(model);
  // Behind Puter, Replicate turns a size into a ratio and drops the negative prompt, whatever the model can do.
  const atReplicate = REPLICATE.test(model);
  const takesPixels = takes.size === 'pixels' && !atReplicate;
  const { seed, width, height, negativePrompt } = options;
  // All vendors behind Puter make 1024 × 1024 pixels by default, so that this size is never ignored.
  const asksForSize = (width ?? 1024) !== 1024 || (height ?? 1024) !== 1024;
  const warnings: ProviderWarning[] = [];
  if (options.model && !isSameModel(options.model, model))
    warnings.push({ code: 'model-differs', detail: model });
  if (seed !== undefined && !takes.seed) warnings.push({ code: 'seed-ignored' });
  if (asksForSize && !takesPixels) warnings.push({ code: 'size-ignored' });
  if (negativePrompt && (atReplicate || !takes.negativePrompt))
    warnings.push({ code: 'negative-prompt-ignored' });
  return warnings;
}

/**
 * Whether two ids, of a hub or of Puter, mean the same model: `black-forest-labs/FLUX.1-schnell`, `flux-schnell`,
 * `@cf/…/flux-1-schnell`.
 */
export function isSameModel(one: string, other: string): boolean {
  const [a, b] = [identity(one), identity(other)];
  return a.name === b.name && (!a.owner || !b.owner || a.owner === b.owner);
}

function identity(id: string): { owner: string | undefined; name: string } {
  const parts = id
    .toLowerCase()
    .replace(/^[a-z-]+:/, '')
    .replace(/:[\w-]+$/, '')
    .split('/');
  const name = (parts.at(-1) ?? '').replace(/[^a-z0-9]/g, '').replace(/^flux1(?=[a-z])/, 'flux');
  return { owner: parts.at(-2) ?? (name === 'fluxschnell' ? 'black-forest-labs' : undefined), name };
}
