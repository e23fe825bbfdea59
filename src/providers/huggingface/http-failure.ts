import * as z from 'zod/mini';
import { type ProviderError, redact, userMessage } from '../../generation/index.ts';
import { failure } from '../failure.ts';
import { factsInBody } from '../meaning/body-facts.ts';
import { type Meaning, meaningOf } from '../meaning/meaning.ts';
import { waitOf } from '../meaning/wait.ts';
import { sentence } from './sentences.ts';
import { serviceWords } from './service-words.ts';

/** A failure, and what it means for the route that was asked. */
export interface Failed {
  ok: false;
  error: ProviderError;
  /** Another route may run the model. `gone`: this route is remembered as dead; `moment`: it is not. */
  elsewhere?: Meaning['elsewhere'];
  /** fal: the job itself ended with this status, not only the request for its state. */
  jobEnded?: boolean;
}

interface Surroundings {
  secrets: readonly string[];
  nowMs: number;
}

/** https://fal.ai/docs/documentation/model-apis/request-errors */
const JobError = z.object({ error_type: z.string() });

/** Classifies an answer other than 2xx by the matrix of seed 004, DESIGN.md's "Fallback rules" and the service's own words. */
export function httpFailure(
  response: Pick<Response, 'status' | 'headers'>,
  body: unknown,
  { secrets, nowMs }: Surroundings,
): Failed {
  const { status, headers } = response;
  const words = serviceWords(body);
  const facts = factsInBody(body);
  const { code, shouldFallback, reason, elsewhere } = meaningOf(status, facts);
  const waits = status === 429 || status === 503;
  const error = failure(code, messageOf(code, status), {
    shouldFallback,
    status,
    detail: redact(words, secrets) || undefined,
    reason: reason ?? (code === 'FORBIDDEN' ? reasonOf(headers, facts.words) : undefined),
    requestId: redact(headers.get('x-request-id') ?? '', secrets) || undefined,
    retryAfter: waits ? waitOf(headers, nowMs, facts) : undefined,
  });
  const jobEnded = JobError.safeParse(body).success;
  return { ok: false, error, jobEnded, ...(elsewhere && { elsewhere }) };
}

/** The seed's sentence for a 400, else our own sentence for the failure. */
function messageOf(code: ProviderError['code'], status: number): string {
  return (status === 400 && code !== 'CONTENT_REFUSED' && userMessage('VALIDATION_ERROR')) || sentence(code);
}

/** The cause of a 403 that the user can fix, so that the page can link to the right place. */
function reasonOf(headers: Headers, words: string): ProviderError['reason'] {
  if (/any provider you have enabled/i.test(words)) return 'provider-settings';
  if (headers.get('x-error-code') === 'GatedRepo') return 'licence';
  if (/\bgated\b|licen[cs]e|ask for access|authorized list/i.test(words)) return 'licence';
  if (/permission/i.test(words)) return 'token-permission';
  return /account|suspended|blocked|banned/i.test(words) ? 'account' : undefined;
}
