import type { GenerationRequest } from '../../generation/request.ts';
import { STYLE_PRESETS, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { StylePreset } from '../../generation/types.ts';
import { type Style, styledRequest } from './style.ts';

/**
 * The request in the style of this id. A style of seed 004 that the user did not change stays a name in the
 * request, by which its pictures are found; any other style becomes part of the request's texts. An id that
 * is no longer on the list adds nothing.
 */
export function inStyle(request: GenerationRequest, id: string, styles: readonly Style[]): GenerationRequest {
  const style = styles.find((one) => one.id === id);
  if (!style) return { ...request, style: 'none' };
  return isAsShipped(style) ? { ...request, style: style.id as StylePreset } : styledRequest(request, style);
}

function isAsShipped({ id, template, negativePrompt, width, model }: Style): boolean {
  const preset = STYLE_PRESETS.find((one) => one === id);
  const adds = negativePrompt !== undefined || width !== undefined || model !== undefined;
  return preset !== undefined && !adds && STYLE_TEMPLATES[preset] === template;
}
