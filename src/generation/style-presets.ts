import type { StylePreset } from './types.ts';

/** Where the prompt goes in a template. */
export const PROMPT_SLOT = '{prompt}';

/** The template of each style, with a slot for the prompt. The user is shown the same text: nothing is added secretly. */
export const STYLE_TEMPLATES: Record<StylePreset, string> = {
  none: '{prompt}',
  photo: '{prompt}, photograph, natural light, sharp focus, high detail',
  illustration: '{prompt}, digital illustration, clean shapes, rich colours',
  watercolor: '{prompt}, watercolour painting, soft washes, paper texture',
  'oil-painting': '{prompt}, oil painting, visible brush strokes, canvas',
  anime: '{prompt}, anime style, cel shading, expressive',
  'pixel-art': '{prompt}, pixel art, limited palette, crisp pixels',
  '3d-render': '{prompt}, 3D render, soft studio light, global illumination',
  'line-art': '{prompt}, line art, black ink on white, no shading',
};

/** The names of the styles, in the order in which pages show them. */
export const STYLE_PRESETS = Object.keys(STYLE_TEMPLATES) as StylePreset[];

const ENDS_OPEN = /[\s,;.、，。；]+$/u;

/** The prompt in one of the seed's styles. */
export function applyStyle(prompt: string, style: StylePreset): string {
  // A stored request may name a style that this version does not know.
  return applyTemplate(prompt, Object.hasOwn(STYLE_TEMPLATES, style) ? STYLE_TEMPLATES[style] : PROMPT_SLOT);
}

/** The prompt in every slot of a template. */
export function applyTemplate(prompt: string, template: string): string {
  // Where the template goes on with a separator, those at the end of the prompt are removed.
  const open = prompt.replace(ENDS_OPEN, '') || prompt;
  return template
    .split(PROMPT_SLOT)
    .reduce((before, behind) => before + (/^[,;.]/.test(behind) ? open : prompt) + behind);
}
