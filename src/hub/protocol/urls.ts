import type { RepositoryRef, RepositoryType, Source } from '../types.ts';
import { namedRevision } from './identifiers.ts';
import { baseUrl } from './source-url.ts';

/** The table "URL mapping" of the contract. `id` is the id to put into the URL: the canonical id where it is known. */

const DEFAULT_REVISION = 'main';

/** Where a repository's JSON is: the address that is probed, too. `expand` holds Hugging Face's property names. */
export function infoUrl(
  source: Source,
  ref: RepositoryRef,
  id: string,
  expand: readonly string[] = [],
): string {
  const revision = namedRevision(ref);
  const path = revision === undefined ? '' : `/revision/${encodeURIComponent(revision)}`;
  return apiUrl(source, `${apiPath(ref, id)}${path}`, expandQuery(source, ref.type, expand));
}

/** Where the entries of a folder are; the root for an empty path. */
export function treeUrl(
  source: Source,
  ref: RepositoryRef,
  id: string,
  path: string,
  query: Record<string, string>,
): string {
  const folder = path === '' ? '' : `/${encodePath(path)}`;
  return apiUrl(source, `${apiPath(ref, id)}/tree/${revisionOf(ref)}${folder}`, Object.entries(query));
}

/** Where a form with `paths` is posted. */
export function pathsInfoUrl(source: Source, ref: RepositoryRef, id: string): string {
  return apiUrl(source, `${apiPath(ref, id)}/paths-info/${revisionOf(ref)}`);
}

/** Where the names of branches and tags are. */
export function revisionsUrl(source: Source, ref: RepositoryRef, id: string): string {
  return apiUrl(source, `${apiPath(ref, id)}/refs`);
}

/** Where a file's bytes are. */
export function fileUrl(source: Source, ref: RepositoryRef, id: string, file: string): string {
  return `${pageUrl(source, ref, id)}/resolve/${revisionOf(ref)}/${encodePath(file)}`;
}

/** The repository's web page. Hugging Face keeps models at its root. */
export function pageUrl(source: Source, ref: RepositoryRef, id: string): string {
  const folder = source.type === 'huggingface' && ref.type === 'model' ? '' : `/${ref.type}s`;
  return `${baseUrl(source)}${folder}/${encodePath(id)}`;
}

/** A URL below `/api`. A KohakuHub is told to answer for itself alone. */
export function apiUrl(
  source: Source,
  path: string,
  query: readonly (readonly [string, string])[] = [],
): string {
  const parameters = new URLSearchParams(query.map(([name, value]) => [name, value]));
  if (source.type === 'kohakuhub') parameters.set('fallback', 'false');
  const search = parameters.toString();
  return `${baseUrl(source)}/api/${path}${search && `?${search}`}`;
}

function apiPath(ref: RepositoryRef, id: string): string {
  return `${ref.type}s/${encodePath(id)}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function revisionOf(ref: RepositoryRef): string {
  return encodeURIComponent(namedRevision(ref) ?? DEFAULT_REVISION);
}

/** With `expand[]` the answer holds only the named properties, so those that decide the verdict are always added. */
function expandQuery(source: Source, type: RepositoryType, expand: readonly string[]): [string, string][] {
  if (source.type !== 'huggingface' || expand.length === 0) return [];
  const forVerdict = type === 'space' ? ['disabled'] : ['gated', 'disabled'];
  return [...new Set([...expand, ...forVerdict])].map((property) => ['expand[]', property]);
}
