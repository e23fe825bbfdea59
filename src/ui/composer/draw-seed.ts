import { MAX_DRAWN_SEED } from '../../generation/request.ts';

/** A random seed that every service takes. */
export function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) & MAX_DRAWN_SEED;
}
