import type { Current } from '../state/current.ts';

/**
 * The state as it is now, for a job that began before. When the user locks the tokens, what runs is finished with those it began
 * with, unless they were removed: it may be paid for already.
 */
export function asBegun(begun: Current, now: Current): Current {
  if (now.lock !== 'locked') return now;
  const kept = Object.entries(begun.secrets).filter(([slot]) => now.sealed[slot] !== undefined);
  return { ...now, secrets: Object.fromEntries(kept) };
}
