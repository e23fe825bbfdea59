import { isRepositoryId } from '../protocol/identifiers.ts';
import type { RepositoryRef, RepositoryType, SourceType } from '../types.ts';

const FOLDERS = new Map<string, RepositoryType>([
  ['models', 'model'],
  ['datasets', 'dataset'],
  ['spaces', 'space'],
]);

/** What stands between a repository and a revision. */
const MARKERS = new Set(['tree', 'resolve', 'blob', 'raw', 'blame', 'commits', 'commit', 'revision']);

/** What stands at a hub's root and is no owner. */
const PAGES = new Set(
  'blog chat collections docs enterprise join learn login new organizations papers posts pricing settings tasks users'.split(
    ' ',
  ),
);

/** The type of repository that lies below a folder at a hub's root. */
export function typeOfFolder(folder: string | undefined): RepositoryType | undefined {
  return FOLDERS.get(folder ?? '');
}

/** The repository that a path on a hub leads to, be it its page, its API, or a file in it. */
export function readHubPath(path: string, hub: SourceType): RepositoryRef | undefined {
  const [first, ...others] = segmentsOf(path);
  const segments = first === 'api' ? others : first === undefined ? [] : [first, ...others];
  const type = typeOfFolder(segments[0]);
  const rest = type ? segments.slice(1) : segments;
  if (!type && (PAGES.has(rest[0] ?? '') || isUserPage(rest, hub))) return undefined;

  const length = MARKERS.has(rest[1] ?? '') ? 1 : 2;
  const id = rest.slice(0, length);
  if (!isRepositoryId(id.join('/')) || id.some((segment) => segment.includes('/'))) return undefined;
  const revision = MARKERS.has(rest[length] ?? '') ? revisionIn(rest.slice(length + 1)) : undefined;
  return { type: type ?? 'model', id: id.join('/'), ...(revision && { revision }) };
}

/** KohakuHub keeps all repositories in folders; what stands alone is somebody's page. */
function isUserPage(segments: readonly string[], hub: SourceType): boolean {
  return hub === 'kohakuhub' && segments.length === 1;
}

/** The revision, unless it is the default one. A pull request's has three pieces, should nobody have encoded them. */
function revisionIn([first, second, third]: readonly string[]): string | undefined {
  if (first === 'refs' && second && third) return [first, second, third].join('/');
  return first === 'main' ? undefined : first;
}

function segmentsOf(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
