import type { GenerationRequest } from '../../generation/request.ts';
import { STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { Style, StyleFields } from '../../settings/index.ts';
import { localArea, openOptions } from '../page/extension.ts';
import { type Draft, sizeOf } from './draft.ts';
import { shapeOf } from './shapes.ts';

/** Where the options find a style that is to be named and kept. */
export const NEW_STYLE_KEY = 'styles:new';

/** Takes what is set in the composer to the options, to be named, changed and kept as a style. */
export async function saveAsStyle(draft: Draft, styles: readonly Style[]): Promise<void> {
  const base = styles.find(({ id }) => id === draft.style)?.template ?? '{prompt}';
  const { width, height } = sizeOf(draft);
  await offerStyle({
    template: withWords(base, draft.prompt),
    negativePrompt: draft.negativePrompt,
    ...(draft.shape !== 'square' && Number.isFinite(width) && Number.isFinite(height) && { width, height }),
    ...(draft.model.trim() && { model: draft.model.trim() }),
  });
}

/** What made a picture, as a style. */
export function styleOf({
  prompt,
  style,
  negativePrompt,
  width,
  height,
  model,
}: GenerationRequest): StyleFields {
  return {
    template: withWords(STYLE_TEMPLATES[style] ?? '{prompt}', prompt),
    ...(negativePrompt && { negativePrompt }),
    ...(shapeOf(width, height) !== 'square' && width && height && { width, height }),
    ...(model && { model }),
  };
}

/** Opens the options with a style that is filled in. */
export async function offerStyle(style: StyleFields): Promise<void> {
  await localArea.set({ [NEW_STYLE_KEY]: style });
  await openOptions('styles');
}

/** What was written, as something that is added to another prompt; who keeps it takes out what it shows. */
export function withWords(template: string, prompt: string): string {
  const words = prompt.trim();
  return words === '' || words.includes('{prompt}')
    ? words || template
    : template.replace('{prompt}', () => `{prompt}, ${words}`);
}
