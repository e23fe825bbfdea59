import type { Limits } from './numbers.ts';

/** What the settings room takes (a test holds them equal), in the units the page shows. */
export const LIMITS: Record<
  'providerTimeoutSeconds' | 'hubTimeoutSeconds' | 'cacheTtlSeconds' | 'maxConcurrent',
  Limits
> = {
  providerTimeoutSeconds: { min: 5, max: 300 },
  hubTimeoutSeconds: { min: 1, max: 60 },
  cacheTtlSeconds: { min: 0, max: 604_800 },
  maxConcurrent: { min: 1, max: 20 },
};
