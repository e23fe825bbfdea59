import type { RepositoryType } from './repository.ts';

/** What a path of a hub's API speaks of: a list, a repository, or one operation on it. */
export interface HubPath {
  type: RepositoryType;
  id: string;
  operation: 'list' | 'info' | 'revision' | 'tree' | 'paths-info' | 'resolve';
  revision: string;
  path: string;
}

const OPERATIONS = ['revision', 'tree', 'paths-info', 'resolve'] as const;
const TYPES: Record<string, RepositoryType> = { models: 'model', datasets: 'dataset', spaces: 'space' };

function readSegments(type: RepositoryType, segments: string[]): HubPath {
  if (segments.length === 0) return { type, id: '', operation: 'list', revision: 'main', path: '' };
  // An id has one or two segments, so the operation can only stand second or third.
  const at = [1, 2].find((index) => OPERATIONS.some((name) => name === segments[index]));
  const operation = OPERATIONS.find((name) => at !== undefined && name === segments[at]);
  const id = segments.slice(0, at).join('/');
  if (at === undefined || operation === undefined)
    return { type, id, operation: 'info', revision: 'main', path: '' };
  return {
    type,
    id,
    operation,
    revision: segments[at + 1] ?? 'main',
    path: segments.slice(at + 2).join('/'),
  };
}

/** Reads `/api/models/…`; undefined for other paths. */
export function readApiPath(pathname: string): HubPath | undefined {
  const [, api, plural = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  const type = TYPES[plural];
  if (api !== 'api' || type === undefined) return undefined;
  return readSegments(
    type,
    rest.filter((segment) => segment !== ''),
  );
}

/** Reads `/{id}/resolve/…`, `/datasets/{id}/resolve/…`; undefined for other paths. */
export function readFilePath(pathname: string): HubPath | undefined {
  const segments = pathname.split('/').map(decodeURIComponent).slice(1);
  const type = TYPES[segments[0] ?? ''];
  const read = readSegments(type ?? 'model', type === undefined ? segments : segments.slice(1));
  return read.operation === 'resolve' ? read : undefined;
}
