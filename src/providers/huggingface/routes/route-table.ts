import { falQueue } from './fal-queue.ts';
import { hfInference } from './hf-inference.ts';
import { nscale, together } from './openai-images.ts';
import { replicate } from './replicate.ts';
import type { Protocol } from './route.ts';
import { wavespeed } from './wavespeed.ts';

/**
 * The services behind router.huggingface.co that we can ask for a picture, and how each wants to be asked. Their order is the
 * one a user starts with: the service seen to work most reliably first (facts of November 2026).
 */
export const ROUTES: ReadonlyMap<string, Protocol> = new Map([
  ['nscale', nscale],
  ['fal-ai', falQueue],
  ['together', together],
  ['replicate', replicate],
  ['wavespeed', wavespeed],
  ['hf-inference', hfInference],
]);
