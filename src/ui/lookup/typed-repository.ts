import type { RepositoryType } from '../../hub/types.ts';
import type { RepositoryTarget } from '../../messages/index.ts';

/**
 * What to ask for: an address or a prefix (`datasets/…`) says itself of what type it is; for a plain id the choice
 * beside it counts.
 */
export function typedRepository(
  parsed: RepositoryTarget,
  text: string,
  chosen: RepositoryType,
): RepositoryTarget {
  const saysItself = text.includes('://') || parsed.type !== 'model' || text.trim().split('/').length > 2;
  return saysItself ? parsed : { ...parsed, type: chosen };
}
