import type { JsonObject, RepositoryType } from '../types.ts';

export const REPOSITORY_TYPES: readonly RepositoryType[] = ['model', 'dataset', 'space'];

/** Checks of a hub's answers: the only parts of its JSON that are used. */

/** Whether something is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether something is a repository's JSON. */
export function isRepoInfo(value: unknown): boolean {
  return repositoryIdIn(value) !== undefined;
}

/** The id a repository's JSON gives itself. */
export function repositoryIdIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return [value.id, value.modelId].find((id) => typeof id === 'string');
}

/** Whether a repository's JSON says that it is gated. */
export function saysGated(value: unknown): boolean {
  return isObject(value) && Boolean(value.gated ?? false);
}

/** Whether something is the profile of a user or an organisation. */
export function isProfile(value: unknown): boolean {
  return isObject(value) && ['user', 'username', 'name'].some((key) => typeof value[key] === 'string');
}

/** Whether something holds a user's repositories, a list for each type. */
export function isRepos(value: unknown): boolean {
  return isObject(value) && REPOSITORY_TYPES.some((type) => Array.isArray(value[`${type}s`]));
}

/** The list for a type in a user's repositories. */
export function listIn(value: unknown, type: RepositoryType): unknown[] {
  const list = isObject(value) ? value[`${type}s`] : undefined;
  return Array.isArray(list) ? list : [];
}

/** The names of branches and tags in what a hub says of a repository's revisions. */
export function revisionsIn(value: unknown): string[] {
  if (!isObject(value)) return [];
  return [value.branches, value.tags].flatMap((list) =>
    (Array.isArray(list) ? list : []).flatMap((entry) =>
      isObject(entry) && typeof entry.name === 'string' ? [entry.name] : [],
    ),
  );
}
