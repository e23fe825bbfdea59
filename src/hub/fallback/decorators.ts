import { HubError } from '../answers/hub-error.ts';
import type { Hub, Listing, ListQuery, RepositoryType } from '../types.ts';
import { aggregate, type LocalList } from './list-aggregation.ts';
import { callLocal, isLocalOnly, type LocalMiss } from './local-miss.ts';

/**
 * Wrappers around a function that answers from the hub the user is on. When that function answers 404, as a
 * `Response` or as a thrown error with that status, the sources are asked. `{ fallback: false }` as the last
 * argument keeps a call local.
 */

export type RepoOperation = 'info' | 'tree' | 'pathsInfo' | 'resolve' | 'page';
export type UserKind = 'profile' | 'avatar' | 'repos';

const USER_METHODS = { profile: 'userProfile', avatar: 'userAvatar', repos: 'userRepos' } as const;

type Method = RepoOperation | (typeof USER_METHODS)[UserKind];
type Local<Args extends unknown[], Value> = (...args: Args) => Value | Promise<Value>;
type Answer<Name extends Method> = Awaited<ReturnType<Hub[Name]>>;

/** Falls back to the source that hosts the repository. A file or revision that a local repository lacks is not looked for elsewhere. */
export function withRepoFallback<Name extends RepoOperation>(hub: Hub, operation: Name) {
  return <Args extends unknown[], Value>(local: Local<Args, Value>) =>
    (...args: Args): Promise<Value | Response | Answer<Name>> =>
      orElse(
        hub,
        operation,
        local,
        args,
        ({ code }) => code !== 'EntryNotFound' && code !== 'RevisionNotFound',
      );
}

/** Falls back to the first source that knows the user, whatever code the local 404 carries. */
export function withUserFallback<Kind extends UserKind>(hub: Hub, kind: Kind) {
  return <Args extends unknown[], Value>(local: Local<Args, Value>) =>
    (...args: Args): Promise<Value | Response | Answer<(typeof USER_METHODS)[Kind]>> =>
      orElse(hub, USER_METHODS[kind], local, args, () => true);
}

/**
 * Merges the local list with the sources' lists. Local items come first, and are kept where a source repeats
 * them. When all sources fail, the local list is returned with the failures reported. After a local 404, the
 * sources' list is returned alone. A local answer that is no list is returned untouched.
 */
export function withListAggregation(hub: Hub, type: RepositoryType) {
  return <Args extends [query?: ListQuery, ...rest: unknown[]], Value>(local: Local<Args, Value>) =>
    async (...args: Args): Promise<Value | Response | Listing> => {
      const answer = await callLocal(local, args);
      const [query = {}, options] = args;
      const ask = () => hub.list(type, query, options as Parameters<Hub['list']>[2]);
      if (answer.miss) {
        if (isLocalOnly(args)) return answer.miss.stand();
        const listing = await ask();
        return listing.sources.length > 0 ? listing : answer.miss.stand();
      }
      if (isLocalOnly(args) || !Array.isArray(answer.value)) return answer.value;
      const listing = await aggregate(answer.value as LocalList, ask, query);
      return listing.sources.length > 1 ? listing : answer.value;
    };
}

async function orElse<Args extends unknown[], Value, Name extends Method>(
  hub: Hub,
  method: Name,
  local: Local<Args, Value>,
  args: Args,
  isMissing: (miss: LocalMiss) => boolean,
): Promise<Value | Response | Answer<Name>> {
  const answer = await callLocal(local, args);
  if (!answer.miss) return answer.value;
  if (isLocalOnly(args) || !isMissing(answer.miss)) return answer.miss.stand();
  try {
    const ask = hub[method] as (...args: unknown[]) => Promise<Answer<Name>>;
    const found = await ask(...args);
    return isListOfNobody(found) ? answer.miss.stand() : found;
  } catch (error) {
    const nobodyWasAsked = error instanceof HubError && error.attempts.length === 0;
    if (nobodyWasAsked) return answer.miss.stand();
    throw error;
  }
}

/** Whether a result is the list of a hub that has no source to ask. */
function isListOfNobody(found: object): boolean {
  return 'sources' in found && Array.isArray(found.sources) && found.sources.length === 0;
}
