import { MAX_DRAWN_SEED } from './request.ts';

/** A random seed that every service takes. */
export function drawSeed(random: { getRandomValues(into: Uint32Array): Uint32Array }): number {
  return (random.getRandomValues(new Uint32Array(1))[0] ?? 0) & MAX_DRAWN_SEED;
}
