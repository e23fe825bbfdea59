import { falQueue } from './fal-queue.ts';
import { hfInference } from './hf-inference.ts';
import { nscale, together } from './openai-images.ts';
import { replicate } from './replicate.ts';
import type { Protocol } from './route.ts';
import { wavespeed } from './wavespeed.ts';

/** The services behind router.huggingface.co that we can ask for a picture, and how each wants to be asked. */
export const ROUTES: ReadonlyMap<string, Protocol> = new Map([
  ['hf-inference', hfInference],
  ['nscale', nscale],
  ['together', together],
  ['fal-ai', falQueue],
  ['replicate', replicate],
  ['wavespeed', wavespeed],
]);
