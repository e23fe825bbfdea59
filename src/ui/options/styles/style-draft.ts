import type { Style, StyleFields } from '../../../settings/index.ts';
import { styleName } from '../../words/style-name.ts';

/** A style as it stands in the fields of its form. */
export interface StyleDraft {
  name: string;
  template: string;
  negativePrompt: string;
  width: string;
  height: string;
  model: string;
}

export const EMPTY_DRAFT: StyleDraft = {
  name: '',
  template: '{prompt}, ',
  negativePrompt: '',
  width: '',
  height: '',
  model: '',
};

/** The form's fields for a stored style, or for a style that was brought along. */
export function draftOf(style: StyleFields & { id?: string }): StyleDraft {
  const { id, template, negativePrompt = '', width, height, model = '' } = style;
  return {
    name: id === undefined ? (style.name ?? '') : styleName(style as Style),
    template,
    negativePrompt,
    width: width === undefined ? '' : String(width),
    height: height === undefined ? '' : String(height),
    model,
  };
}

/**
 * The style that is sent, made of the fields. A shipped style whose name was not changed keeps its name in
 * every language.
 */
export function fieldsOf(draft: StyleDraft, before?: Style): StyleFields {
  const { name, template, negativePrompt, model } = draft;
  const keepsName = before !== undefined && before.name === undefined && name.trim() === styleName(before);
  const [width, height] = [numberOf(draft.width), numberOf(draft.height)];
  return {
    ...(!keepsName && { name }),
    template,
    ...(negativePrompt.trim() && { negativePrompt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(model.trim() && { model: model.trim() }),
  };
}

/** Text that is no number becomes 0: a size that the background refuses. */
function numberOf(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
}
