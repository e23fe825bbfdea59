import { HubError } from '../hub/index.ts';
import type { Problem, ProblemCode } from '../messages/index.ts';

const BY_OUTCOME = {
  'not-found': 'REPOSITORY_NOT_FOUND',
  'token-rejected': 'REPOSITORY_TOKEN_REJECTED',
  disabled: 'REPOSITORY_DISABLED',
  denied: 'REPOSITORY_DENIED',
  'rate-limited': 'HUB_RATE_LIMITED',
  unavailable: 'HUB_UNAVAILABLE',
} as const satisfies Record<string, ProblemCode>;

const BY_CODE: Record<string, ProblemCode> = {
  EntryNotFound: 'FILE_NOT_FOUND',
  RevisionNotFound: 'FILE_NOT_FOUND',
  GatedRepo: 'REPOSITORY_GATED',
};

/** What a failed lookup is called towards pages. */
export function hubProblem(thrown: unknown, subject: string): Problem {
  if (!(thrown instanceof HubError)) return { code: 'HUB_UNAVAILABLE', subject };
  const byCode = thrown.code === undefined ? undefined : BY_CODE[thrown.code];
  if (byCode) return { code: byCode, subject };
  return { code: thrown.outcome === 'found' ? 'HUB_UNAVAILABLE' : BY_OUTCOME[thrown.outcome], subject };
}
