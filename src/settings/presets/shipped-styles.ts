import { STYLE_PRESETS, STYLE_TEMPLATES } from '../../generation/style-presets.ts';
import type { Style } from './style.ts';

/** Styles besides those of seed 004. */
const MORE: Record<string, string> = {
  comic: '{prompt}, comic book panel, bold ink outlines, halftone shading',
  sketch: '{prompt}, pencil sketch, loose lines, cross-hatching, paper grain',
  isometric: '{prompt}, isometric view, clean geometry, soft shadows',
  clay: '{prompt}, clay model, stop-motion look, fingerprints in the clay',
};

/** The styles that every user starts with, in the order they are offered. */
export const SHIPPED_STYLES: readonly Style[] = [
  ...STYLE_PRESETS.filter((id) => id !== 'none').map((id) => ({ id, template: STYLE_TEMPLATES[id] })),
  ...Object.entries(MORE).map(([id, template]) => ({ id, template })),
];
