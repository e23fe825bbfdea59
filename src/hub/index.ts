/** Which source hosts a repository. Pure: the network, the clock and the stores are handed in. */

export { HubError } from './answers/hub-error.ts';
export { LONGEST_WAIT_SECONDS } from './client/interpretation.ts';
export { DEFAULT_SETTINGS } from './config.ts';
export {
  type RepoOperation,
  type UserKind,
  withListAggregation,
  withRepoFallback,
  withUserFallback,
} from './fallback/decorators.ts';
export { createHub } from './hub.ts';
export { type HubIdentity, identifyHub } from './identify/identify-hub.ts';
export { suggestName } from './identify/suggest-name.ts';
export { checkHubToken, type TokenCheck } from './identify/whoami.ts';
export { parseRepositoryInput, type RepositoryInput } from './input/repository-input.ts';
export { parseSourceUrl, type SourceUrl, type SourceUrlProblem } from './input/source-url-input.ts';
export { mergeLists } from './lists/merge-lists.ts';
export type * from './types.ts';
