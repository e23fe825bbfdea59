import type { RepositoryRef } from '../types.ts';
import { isObject } from './shapes.ts';

const TYPES = new Set(['model', 'dataset', 'space']);

/** One piece of a path that a URL parser leaves as it is: not empty, not `.`, not `..`. */
export function isSegment(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text !== '.' && text !== '..' && text.isWellFormed();
}

/** `owner/name` or `name`. */
export function isRepositoryId(id: unknown): id is string {
  if (typeof id !== 'string') return false;
  const segments = id.split('/');
  return segments.length <= 2 && segments.every(isSegment);
}

/** A path inside a repository. The root is not one. */
export function isFilePath(path: unknown): path is string {
  return typeof path === 'string' && path.split('/').every(isSegment);
}

/** Whether a reference can be asked about at all. */
export function isRepositoryRef(ref: RepositoryRef): boolean {
  return (
    isObject(ref) &&
    TYPES.has(ref.type) &&
    isRepositoryId(ref.id) &&
    (!namedRevision(ref) || isSegment(ref.revision))
  );
}

/** The revision somebody asked for by name; undefined means the default one. */
export function namedRevision(ref: RepositoryRef): string | undefined {
  return ref.revision || undefined;
}

/** The owner in `owner/name`; empty for a name alone. */
export function ownerOf(id: string): string {
  return id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
}
