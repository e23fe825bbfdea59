import type { StylePreset } from './types.ts';

/** What each style adds, with a slot for the prompt. Shown to the user as it is: nothing is appended in secret. */
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

/** In the order they are offered. */
export const STYLE_PRESETS = Object.keys(STYLE_TEMPLATES) as StylePreset[];

const ENDS_OPEN = /[\s,;.、，。；]+$/u;

/** The prompt both providers get. */
export function applyStyle(prompt: string, style: StylePreset): string {
  // A stored request may name a style that this version does not know.
  const template = Object.hasOwn(STYLE_TEMPLATES, style) ? STYLE_TEMPLATES[style] : '{prompt}';
  // A prompt that ends in a separator of its own gets no second one.
  const open = template === '{prompt}' ? prompt : prompt.replace(ENDS_OPEN, '') || prompt;
  return template.replace('{prompt}', () => open);
}
