import type { Current } from '../state/current.ts';

/**
 * The state as it is now, for a job that began with the state `begun`. When the user locks the tokens, a running job goes on
 * with the tokens that it began with, except removed ones, because its picture may be paid for already.
 */
export function asBegun(begun: Current, now: Current): Current {
  if (now.lock !== 'locked') return now;
  const kept = Object.entries(begun.secrets).filter(([slot]) => now.sealed[slot] !== undefined);
  return { ...now, secrets: Object.fromEntries(kept) };
}
