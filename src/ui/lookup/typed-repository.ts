import type { RepositoryType } from '../../hub/types.ts';
import type { RepositoryTarget } from '../../messages/index.ts';

/**
 * The repository to ask for. An address or a prefix (`datasets/…`) contains its type; for a plain id the type chosen beside
 * the field is used.
 */
export function typedRepository(
  parsed: RepositoryTarget,
  text: string,
  chosen: RepositoryType,
): RepositoryTarget {
  const saysItself = text.includes('://') || parsed.type !== 'model' || text.trim().split('/').length > 2;
  return saysItself ? parsed : { ...parsed, type: chosen };
}
