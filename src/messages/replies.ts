import type { RequestProblem } from '../generation/index.ts';
import type { Attempt, Location } from '../hub/index.ts';
import type { MessageName } from './requests.ts';
import type {
  CacheView,
  ModelSearch,
  RepositoryFiles,
  RepositoryTarget,
  SettingsView,
  SourceProbe,
  SourceTest,
  TokenView,
} from './views.ts';

/** What went wrong, by name; the page has the sentence (`problem_<code>` in the locale). */
export type ProblemCode =
  | RequestProblem
  | 'BAD_MESSAGE'
  | 'INTERNAL'
  | 'STORAGE_FAILED'
  | 'NO_SUCH_JOB'
  | 'NOT_CONNECTED'
  | 'TOKEN_EMPTY'
  | 'TOKEN_MALFORMED'
  | 'SIGN_IN_CANCELLED'
  | 'SIGN_IN_FAILED'
  | 'SETTING_LOCKED'
  | 'TIMEOUT_INVALID'
  | 'API_URL_INVALID'
  | 'ROUTES_INVALID'
  | 'CACHE_TTL_INVALID'
  | 'CONCURRENCY_INVALID'
  | 'NO_SUCH_SOURCE'
  | 'SOURCE_NAME_EMPTY'
  | 'SOURCE_URL_EMPTY'
  | 'SOURCE_URL_INVALID'
  | 'SOURCE_URL_SCHEME'
  | 'SOURCE_URL_PLAIN_HTTP'
  | 'SOURCE_URL_CREDENTIALS'
  | 'SOURCE_URL_QUERY'
  | 'SOURCE_DUPLICATE'
  | 'SOURCE_UNREACHABLE'
  | 'SOURCE_NOT_A_HUB'
  | 'NAMESPACE_INVALID'
  | 'PERMISSION_MISSING'
  | 'REPOSITORY_EMPTY'
  | 'REPOSITORY_INVALID'
  | 'REPOSITORY_UNKNOWN_HOST'
  | 'REPOSITORY_NOT_FOUND'
  | 'REPOSITORY_GATED'
  | 'REPOSITORY_DENIED'
  | 'REPOSITORY_DISABLED'
  | 'REPOSITORY_TOKEN_REJECTED'
  | 'HUB_RATE_LIMITED'
  | 'HUB_UNAVAILABLE'
  | 'FILE_NOT_FOUND'
  | 'PICTURE_STILL_UNREACHABLE';

export interface Problem {
  code: ProblemCode;
  /** Names the setting, source, file or number the sentence speaks of. */
  subject?: string;
  /** Seconds, for HUB_RATE_LIMITED. */
  retryAfterSeconds?: number;
}

export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

interface ReplyValues extends Record<MessageName, unknown> {
  hello: null;
  generate: { jobId: string };
  cancel: null;
  dismiss: null;
  fetchPicture: null;
  keepPicture: null;
  /** As a data URL: bytes do not survive a message. `createdAt` in epoch milliseconds. */
  heldPicture: { image: string; createdAt: number };
  readSettings: SettingsView;
  updateSettings: SettingsView;
  saveToken: TokenView;
  removeToken: null;
  connectPuter: TokenView;
  probeSource: SourceProbe;
  testSource: SourceTest;
  saveSource: { id: string };
  removeSource: null;
  restoreSource: null;
  orderSources: null;
  searchModels: ModelSearch;
  parseRepository: { repository: RepositoryTarget; source?: string };
  listFiles: RepositoryFiles;
  repositoryPage: { url: string };
  downloadFile: { url: string; source: string };
  cacheStats: CacheView;
  clearCache: null;
  forgetRepository: null;
}

export type ReplyOf<Name extends MessageName> = Reply<ReplyValues[Name]>;

/** What the background posts on the port `ask-chain`: each answer as it comes, then what they mean together. */
export type ChainEvent =
  | { kind: 'attempt'; attempt: Attempt }
  | { kind: 'location'; location: Location }
  | { kind: 'problem'; problem: Problem };

/** Broadcast by the background when settings, tokens or permissions changed: pages read them again. */
export interface SettingsChanged {
  name: 'settingsChanged';
}
