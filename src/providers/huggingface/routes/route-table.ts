import { falQueue } from './fal-queue.ts';
import { hfInference } from './hf-inference.ts';
import { nscale, together } from './openai-images.ts';
import { replicate } from './replicate.ts';
import type { Protocol } from './route.ts';
import { wavespeed } from './wavespeed.ts';

/**
 * The services behind router.huggingface.co that we can ask for a picture, by route name, with their protocols. Their order is
 * the default order of the user's setting: the service that worked most reliably is first (seen in November 2026).
 */
export const ROUTES: ReadonlyMap<string, Protocol> = new Map([
  ['nscale', nscale],
  ['fal-ai', falQueue],
  ['together', together],
  ['replicate', replicate],
  ['wavespeed', wavespeed],
  ['hf-inference', hfInference],
]);
