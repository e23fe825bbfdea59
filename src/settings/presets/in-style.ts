import { ownStyleOf } from '../../generation/own-style.ts';
import type { GenerationRequest } from '../../generation/request.ts';
import { STYLE_PRESETS, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { StylePreset } from '../../generation/types.ts';
import type { Style } from './style.ts';

/**
 * The request in the style of this id. A style of seed 004 that the user did not change stays a name in the request; any
 * other style goes along as it is now, and the prompt stays as it was typed. An id that is no longer on the list adds nothing.
 * Size and model of a style are not added here: a page shows them before they are sent (`bringsAlong`); elsewhere see
 * `withSizeAndModel`.
 */
export function inStyle(request: GenerationRequest, id: string, styles: readonly Style[]): GenerationRequest {
  const { ownStyle: _before, ...plain } = request;
  const style = styles.find((one) => one.id === id);
  if (!style) return { ...plain, style: 'none' };
  if (isAsShipped(style)) return { ...plain, style: style.id as StylePreset };
  return { ...plain, style: 'none', ownStyle: ownStyleOf(style) };
}

function isAsShipped({ id, name, template, negativePrompt }: Style): boolean {
  const preset = STYLE_PRESETS.find((one) => one === id);
  const isChanged = name !== undefined || negativePrompt !== undefined;
  return preset !== undefined && !isChanged && STYLE_TEMPLATES[preset] === template;
}

/** The request with the size and the model that the style asks for, each where it has none of its own. */
export function withSizeAndModel(
  request: GenerationRequest,
  { width, height, model }: Pick<Style, 'width' | 'height' | 'model'>,
): GenerationRequest {
  const hasSize = request.width !== undefined || request.height !== undefined;
  return {
    ...request,
    ...(!hasSize && width !== undefined && height !== undefined && { width, height }),
    ...(request.model === undefined && model !== undefined && { model }),
  };
}
