import type { Fault, GenerationOptions } from '../../generation/index.ts';
import type { RouteLimits } from './routes/route.ts';

/** The part of a request that exceeds a route's limits; undefined when it is within them. Sends nothing. */
export function outsideLimits(
  prompt: string,
  { negativePrompt = '', seed, width, height }: GenerationOptions,
  limits: RouteLimits = {},
): Fault | undefined {
  if (seed !== undefined && limits.seed !== undefined && seed > limits.seed) return 'seed-out-of-range';
  const { size, prompt: longest = Number.POSITIVE_INFINITY } = limits;
  const fits = (side: number | undefined) =>
    !size || side === undefined || (side >= size.min && side <= size.max && side % size.step === 0);
  if (!fits(width) || !fits(height)) return 'size-out-of-range';
  return Math.max(prompt.length, negativePrompt.length) > longest ? 'prompt-out-of-range' : undefined;
}
