import type { StylePreset } from './types.ts';

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

/** The prompt with a style applied, which all providers get. */
export function applyStyle(prompt: string, style: StylePreset): string {
  // A stored request may name a style that this version does not know.
  const template = Object.hasOwn(STYLE_TEMPLATES, style) ? STYLE_TEMPLATES[style] : '{prompt}';
  // The template adds a comma: separators at the end of the prompt are removed.
  const open = template === '{prompt}' ? prompt : prompt.replace(ENDS_OPEN, '') || prompt;
  return template.replace('{prompt}', () => open);
}
