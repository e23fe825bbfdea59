/** Which source hosts a repository. Pure: the network, the clock and the stores are handed in. */
export { DEFAULT_SETTINGS } from './config.ts';
export {
  type RepoOperation,
  type UserKind,
  withListAggregation,
  withRepoFallback,
  withUserFallback,
} from './decorators.ts';
export { createHub } from './hub.ts';
export { HubError } from './hub-error.ts';
export { parseRepositoryInput, type RepositoryInput } from './repository-input.ts';
export { parseSourceUrl, type SourceUrl, type SourceUrlProblem } from './source-url-input.ts';
export type * from './types.ts';
