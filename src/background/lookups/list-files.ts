import type { Hub, RepositoryRef, TreeEntry } from '../../hub/index.ts';
import type { FileView, RepositoryFiles } from '../../messages/index.ts';

/** The most entries that are sent to a page: more would make the message too large. */
const MOST_FILES = 50_000;
const LONGEST_PATH = 2_000;

/** The entries of a folder at the source that the page shows, with only the fields that pages show. */
export async function listFiles(
  hub: Pick<Hub, 'tree'>,
  repository: RepositoryRef,
  path: string,
  source: string | undefined,
): Promise<RepositoryFiles> {
  const { items, complete, _source } = await hub.tree(repository, path, { source });
  const files = items.flatMap(asFile);
  const shown = files.slice(0, MOST_FILES);
  return { items: shown, source: _source, complete: complete && shown.length === files.length };
}

function asFile({ type, path, size }: TreeEntry): FileView[] {
  if (typeof type !== 'string' || typeof path !== 'string' || path.length > LONGEST_PATH) return [];
  const isSize = typeof size === 'number' && Number.isFinite(size) && size >= 0;
  return [{ folder: type === 'directory', path, ...(isSize && { size }) }];
}
