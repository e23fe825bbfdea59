import { type OwnStyle, sentWords, styleUsed } from '../../generation/own-style.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import type { Style } from '../../settings/index.ts';
import { asTyped } from './alternatives.ts';
import { type Draft, fromRequest } from './draft.ts';

export interface EditedDraft {
  draft: Draft;
  /** The style that is not on the list any more: its words are in the prompt. */
  gone?: Pick<OwnStyle, 'id' | 'name'>;
}

/**
 * The draft that *Edit* begins with: the words as they were typed, and their style. A style that was deleted since cannot be
 * chosen; then the words are those that were sent, so that what made the picture is all there. `styles` is undefined where
 * the list cannot be read.
 */
export function editedDraft(request: GenerationRequest, styles: readonly Style[] | undefined): EditedDraft {
  const style = styleUsed(request);
  const isGone = style !== undefined && styles?.some(({ id }) => id === style.id) === false;
  if (!style || !isGone) {
    return { draft: { ...fromRequest(request), prompt: asTyped(request.prompt) } };
  }
  const { ownStyle: _gone, ...plain } = request;
  const sent = sentWords(request);
  const draft = fromRequest({ ...plain, ...sent, style: 'none' });
  return { draft: { ...draft, prompt: asTyped(sent.prompt) }, gone: style };
}
