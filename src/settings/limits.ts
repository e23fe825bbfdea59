/** What a setting may be; both ends included. */
export const LIMITS = {
  providerTimeoutMs: { min: 5_000, max: 300_000 },
  hubTimeoutMs: { min: 1_000, max: 60_000 },
  cacheTtlSeconds: { min: 0, max: 7 * 86_400 },
  maxConcurrent: { min: 1, max: 20 },
} as const;

/** Whether a whole number lies within a limit. */
export function within(value: number, { min, max }: { min: number; max: number }): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
