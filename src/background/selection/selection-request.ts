import type { GenerationRequest } from '../../generation/index.ts';
import { inStyle, type Style, withSizeAndModel } from '../../settings/index.ts';

/** Pixels, where nobody chose a size: what the composer begins with. */
const SIZE = { width: 1024, height: 1024 };

/** What is asked for where nobody edits it first: the words in their style, with the size and model of the style if it has any. */
export function selectionRequest(
  prompt: string,
  styleId: string,
  styles: readonly Style[],
  seed: number,
): GenerationRequest {
  const styled = inStyle({ prompt, style: 'none', seed }, styleId, styles);
  const style = styles.find(({ id }) => id === styleId) ?? {};
  return withSizeAndModel(withSizeAndModel(styled, style), SIZE);
}
