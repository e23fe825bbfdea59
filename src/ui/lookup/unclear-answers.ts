import { isDefinitive } from '../../hub/answers/answer.ts';
import type { Attempt, Location } from '../../hub/types.ts';

/** Whether a source did not say whether it has the repository. */
export function isUnclear(attempt: Attempt): boolean {
  return !isDefinitive(attempt);
}

/** The answers of the sources of higher priority than the source that has the repository. */
export function attemptsAbove({ attempts, source }: Location): Attempt[] {
  const index = attempts.findIndex((attempt) => attempt.source === source);
  return attempts.slice(0, Math.max(index, 0));
}
