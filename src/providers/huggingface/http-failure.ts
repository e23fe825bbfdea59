import * as z from 'zod/mini';
import {
  classifyStatus,
  type ErrorCode,
  type ProviderError,
  parseRetryAfter,
  redact,
} from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { saysRefused } from './moderation.ts';
import { sentence } from './sentences.ts';
import { serviceWords } from './service-words.ts';

/** A failure, and whether it says that this route does not serve this model at all. */
export interface Failed {
  ok: false;
  error: ProviderError;
  dead?: boolean;
  /** fal says that the job itself ended like this, and not only the request that asks after it. */
  jobEnded?: boolean;
}

interface Surroundings {
  secrets: readonly string[];
  nowMs: number;
}

const NOT_SERVED = /not supported by provider|no longer supported|does not exist/i;
/** https://fal.ai/docs/documentation/model-apis/request-errors */
const JobError = z.object({ error_type: z.string() });
const MAY_BE_REFUSAL = [400, 403, 413, 422, 451];
const MAY_BE_NOT_SERVED = [400, 422];

/** What an answer other than 2xx means: the matrix of seed 004, DESIGN.md's table, and the service's own words. */
export function httpFailure(
  response: Pick<Response, 'status' | 'headers'>,
  body: unknown,
  { secrets, nowMs }: Surroundings,
): Failed {
  const { status, headers } = response;
  const words = serviceWords(body);
  const refused = MAY_BE_REFUSAL.includes(status) && saysRefused(words);
  const code: ErrorCode = refused ? 'CONTENT_REFUSED' : classifyStatus(status).code;
  const waits = status === 429 || status === 503;
  const error = failure(code, sentence(code), {
    status,
    detail: redact(words, secrets) || undefined,
    reason: refused ? undefined : reasonOf(status, headers, words),
    requestId: redact(headers.get('x-request-id') ?? '', secrets) || undefined,
    retryAfter: waits ? parseRetryAfter(headers, nowMs) : undefined,
  });
  const dead =
    status === 404 || status === 410 || (MAY_BE_NOT_SERVED.includes(status) && NOT_SERVED.test(words));
  return { ok: false, error, dead: dead && !refused, jobEnded: JobError.safeParse(body).success };
}

/** What the user can mend, and where: they are sent to the page for it. */
function reasonOf(status: number, headers: Headers, words: string): ProviderError['reason'] {
  if (status !== 400 && status !== 403) return undefined;
  if (/any provider you have enabled/i.test(words)) return 'provider-settings';
  if (status === 400) return undefined;
  if (headers.get('x-error-code') === 'GatedRepo') return 'licence';
  if (/\bgated\b|licen[cs]e|ask for access|authorized list/i.test(words)) return 'licence';
  if (/permission/i.test(words)) return 'token-permission';
  return /account|suspended|blocked|banned/i.test(words) ? 'account' : undefined;
}
