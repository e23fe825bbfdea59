import { HubError } from '../../hub/index.ts';
import type { Problem, ProblemCode } from '../../messages/index.ts';

const BY_OUTCOME = {
  'not-found': 'REPOSITORY_NOT_FOUND',
  'token-rejected': 'REPOSITORY_TOKEN_REJECTED',
  disabled: 'REPOSITORY_DISABLED',
  denied: 'REPOSITORY_DENIED',
  'rate-limited': 'HUB_RATE_LIMITED',
  unavailable: 'HUB_UNAVAILABLE',
  // The repository exists, but the hub did not send it.
  found: 'HUB_UNAVAILABLE',
} as const satisfies Record<string, ProblemCode>;

/** Problems by the error code that a hub sent (`X-Error-Code`). The code is untrusted input. */
const BY_CODE = new Map<string | undefined, ProblemCode>([
  ['EntryNotFound', 'FILE_NOT_FOUND'],
  ['RevisionNotFound', 'FILE_NOT_FOUND'],
  ['InvalidPath', 'FILE_NOT_FOUND'],
  ['GatedRepo', 'REPOSITORY_GATED'],
]);

/** The problem that pages get for a failed lookup. */
export function hubProblem(thrown: unknown, subject: string): Problem {
  if (!(thrown instanceof HubError)) return { code: 'HUB_UNAVAILABLE', subject };
  const { code, outcome, retryAfterSeconds, source, alternatives } = thrown;
  if (source !== undefined && alternatives?.length && outcome !== 'found')
    return { code: 'SOURCE_GIVES_NOTHING', subject: source, others: alternatives };
  return {
    code: BY_CODE.get(code) ?? BY_OUTCOME[outcome],
    subject,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}
