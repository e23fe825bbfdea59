import { sentWords } from '../../generation/own-style.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import { PROMPT_SLOT, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { Style, StyleFields } from '../../settings/index.ts';
import { openOptions, sessionArea } from '../page/extension.ts';
import { type Draft, sizeOf } from './draft.ts';
import { shapeOf } from './shapes.ts';

/** The storage key of a new style, which the options page shows for the user to name and keep. */
export const NEW_STYLE_KEY = 'styles:new';

/**
 * Opens the options page with a new style made of what is set in the composer, to be named, changed and kept.
 */
export async function saveAsStyle(draft: Draft, styles: readonly Style[]): Promise<void> {
  const base = styles.find(({ id }) => id === draft.style)?.template ?? PROMPT_SLOT;
  const { width, height } = sizeOf(draft);
  await offerStyle({
    template: withWords(base, draft.prompt),
    negativePrompt: draft.negativePrompt,
    ...(draft.shape !== 'square' && Number.isFinite(width) && Number.isFinite(height) && { width, height }),
    ...(draft.model.trim() && { model: draft.model.trim() }),
  });
}

/** A style made of a picture's request. */
export function styleOf(request: GenerationRequest): StyleFields {
  const { prompt, style, ownStyle, width, height, model } = request;
  const { negativePrompt } = sentWords(request);
  return {
    template: withWords(ownStyle?.template ?? STYLE_TEMPLATES[style] ?? PROMPT_SLOT, prompt),
    ...(negativePrompt && { negativePrompt }),
    ...(shapeOf(width, height) !== 'square' && width && height && { width, height }),
    ...(model && { model }),
  };
}

/** Opens the options with a style that is filled in. */
export async function offerStyle(style: StyleFields): Promise<void> {
  await sessionArea.set({ [NEW_STYLE_KEY]: style });
  await openOptions('styles');
}

/**
 * The template with the words of the prompt added to it; the user removes from the form what belongs to this
 * picture alone. Words that have `{prompt}` replace the template; without words it stays as it is.
 */
export function withWords(template: string, prompt: string): string {
  const words = prompt.trim();
  return words === '' || words.includes(PROMPT_SLOT)
    ? words || template
    : template.replace(PROMPT_SLOT, () => `${PROMPT_SLOT}, ${words}`);
}
