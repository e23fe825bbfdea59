import { isNo } from '../../../hub/answers/answer.ts';
import type { Location } from '../../../hub/types.ts';

/**
 * The id of the source that has a repository which the page's own source says it does not have. Undefined
 * where the page's source has it, or did not say.
 */
export function hostElsewhere({ outcome, source, attempts }: Location, here: string): string | undefined {
  const own = attempts.find((attempt) => attempt.source === here);
  return outcome === 'found' && source !== here && isNo(own) ? source : undefined;
}
