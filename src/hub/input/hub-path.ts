import { isRepositoryId } from '../protocol/identifiers.ts';
import type { RepositoryRef, RepositoryType, SourceType } from '../types.ts';

const FOLDERS = new Map<string, RepositoryType>([
  ['models', 'model'],
  ['datasets', 'dataset'],
  ['spaces', 'space'],
]);

/** Path pieces that stand between a repository and a revision. */
const MARKERS = new Set(['tree', 'resolve', 'blob', 'raw', 'blame', 'commits', 'commit', 'revision']);

/** First path pieces that are not owners. */
const PAGES = new Set(
  'blog chat collections docs enterprise join learn login new organizations papers posts pricing settings tasks users'.split(
    ' ',
  ),
);

/** The type of repository that lies below a folder at a hub's root. */
export function typeOfFolder(folder: string | undefined): RepositoryType | undefined {
  return FOLDERS.get(folder ?? '');
}

/** What a path on a hub names. */
export interface HubPath {
  ref: RepositoryRef;
  /**
   * The path pieces from the revision on, when there are several: a branch may have a slash in its name, so only the hub
   * knows where the revision ends and the file begins. `ref` then holds the first piece.
   */
  revisionAndPath?: string;
}

/** The repository that a path on a hub leads to, be it its page, its API, or a file in it. */
export function readHubPath(path: string, hub: SourceType): HubPath | undefined {
  const [first, ...others] = segmentsOf(path);
  const segments = first === 'api' ? others : first === undefined ? [] : [first, ...others];
  const type = typeOfFolder(segments[0]);
  const rest = type ? segments.slice(1) : segments;
  if (!type && (PAGES.has(rest[0] ?? '') || isUserPage(rest, hub))) return undefined;

  const length = MARKERS.has(rest[1] ?? '') ? 1 : 2;
  const id = withoutTag(withoutGit(rest.slice(0, length)));
  if (!isRepositoryId(id.join('/')) || id.some((segment) => segment.includes('/'))) return undefined;
  const after = MARKERS.has(rest[length] ?? '') ? rest.slice(length + 1) : [];
  const revision = revisionIn(after);
  const ref = { type: type ?? 'model', id: id.join('/'), ...(revision && { revision }) };
  const isOpen = after.length > 1 && revision !== undefined && !revision.includes('/');
  return { ref, ...(isOpen && { revisionAndPath: after.join('/') }) };
}

/** The pieces of an id without the `.git` of an address that git clones from. No repository's name ends in `.git`. */
export function withoutGit(id: readonly string[]): string[] {
  return id.map((segment, index) => (index === id.length - 1 ? segment.replace(/\.git$/i, '') : segment));
}

/** The pieces of an id without the quantisation that other tools write behind it: `owner/name:Q4_K_M`. */
function withoutTag(id: readonly string[]): string[] {
  return id.map((segment, index) => (index === id.length - 1 ? segment.replace(/:[\w.-]+$/, '') : segment));
}

/** On KohakuHub every repository lies below a folder (`models/`, …); a path without one is a user's page. */
function isUserPage(segments: readonly string[], hub: SourceType): boolean {
  return hub === 'kohakuhub' && segments.length === 1;
}

/** The revision, or undefined for the default one. A pull request's (`refs/pr/1`) has three pieces when its slashes are not encoded. */
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
