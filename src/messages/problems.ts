import type { RequestProblem } from '../generation/index.ts';
import type { SourceUrlProblem } from '../hub/index.ts';
import type { BackupProblemCode, SettingsProblemCode, StyleProblemCode } from '../settings/index.ts';

/** The code of a problem. Pages show the text `problem_<code>` of `_locales` for it. */
export type ProblemCode =
  | RequestProblem
  | SettingsProblemCode
  | StyleProblemCode
  | BackupProblemCode
  | 'BAD_MESSAGE'
  | 'INTERNAL'
  | 'STORAGE_FAILED'
  /** The browser's sync cannot be read or written. */
  | 'SYNC_UNAVAILABLE'
  /** Sync must be switched off first. */
  | 'SYNC_ON'
  /** What an import or a reset replaced is not kept any longer. */
  | 'NOTHING_KEPT'
  | 'NO_SUCH_JOB'
  | 'NO_SUCH_PICTURE'
  | 'NOTIFICATIONS_REFUSED'
  | 'SELECTION_EMPTY'
  | 'SELECTION_UNREADABLE'
  | 'NOT_CONNECTED'
  /** The tokens are locked: the user must enter the passphrase first. */
  | 'TOKENS_LOCKED'
  | 'TOKENS_PASSPHRASE_WRONG'
  | 'TOKEN_EMPTY'
  | 'TOKEN_MALFORMED'
  /** Another page changed the address of the source or the API URL meanwhile; `subject` is the new host. */
  | 'TOKEN_PLACE_MOVED'
  | 'SIGN_IN_CANCELLED'
  | 'SIGN_IN_FAILED'
  /** The service gave no code to sign in with. */
  | 'SIGN_IN_NO_CODE'
  | 'SOURCE_URL_EMPTY'
  | 'SOURCE_URL_INVALID'
  | 'SOURCE_URL_SCHEME'
  | 'SOURCE_URL_PLAIN_HTTP'
  | 'SOURCE_URL_CREDENTIALS'
  | 'SOURCE_URL_QUERY'
  | 'SOURCE_UNREACHABLE'
  | 'SOURCE_UNREACHABLE_HTTPS'
  | 'SOURCE_WANTS_TOKEN'
  | 'SOURCE_TOKEN_REFUSED'
  | 'SOURCE_NOT_A_HUB'
  | 'PERMISSION_MISSING'
  | 'MODEL_UNKNOWN'
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
  | 'SOURCE_GIVES_NOTHING'
  | 'DOWNLOAD_SOURCE_GONE'
  | 'DOWNLOAD_UNSAFE_PLACE'
  | 'DOWNLOAD_CUT_SHORT'
  | 'DOWNLOAD_WRONG_SIZE'
  | 'DOWNLOAD_NO_ROOM'
  | 'DOWNLOAD_GONE'
  | 'PICTURE_STILL_UNREACHABLE'
  /** The user has not granted the permission to save files automatically. */
  | 'SAVING_REFUSED';

export interface Problem {
  code: ProblemCode;
  /** The setting, source, file or number that the sentence is about. */
  subject?: string;
  /** Seconds, for HUB_RATE_LIMITED. */
  retryAfterSeconds?: number;
  /** For SOURCE_GIVES_NOTHING: ids of other sources that have the repository. `subject` is then the id of the shown source. */
  others?: string[];
}

export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** The code of a reply for each fault of a hub's address. */
export const SOURCE_URL_PROBLEMS = {
  empty: 'SOURCE_URL_EMPTY',
  'not-a-url': 'SOURCE_URL_INVALID',
  scheme: 'SOURCE_URL_SCHEME',
  'plain-http-public': 'SOURCE_URL_PLAIN_HTTP',
  credentials: 'SOURCE_URL_CREDENTIALS',
  query: 'SOURCE_URL_QUERY',
} as const satisfies Record<SourceUrlProblem, ProblemCode>;
