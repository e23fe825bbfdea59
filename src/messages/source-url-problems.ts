import type { SourceUrlProblem } from '../hub/index.ts';
import type { ProblemCode } from './replies.ts';

/** What is wrong with a hub's address, in the words of replies. */
export const SOURCE_URL_PROBLEMS = {
  empty: 'SOURCE_URL_EMPTY',
  'not-a-url': 'SOURCE_URL_INVALID',
  scheme: 'SOURCE_URL_SCHEME',
  'plain-http-public': 'SOURCE_URL_PLAIN_HTTP',
  credentials: 'SOURCE_URL_CREDENTIALS',
  query: 'SOURCE_URL_QUERY',
} as const satisfies Record<SourceUrlProblem, ProblemCode>;
