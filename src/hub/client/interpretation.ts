import { parseJson } from '../../web/read-body.ts';
import { retryAfterSeconds } from '../../web/retry-after.ts';
import type { Answer } from '../answers/answer.ts';
import { nextLink } from '../protocol/link-header.ts';
import type { Question } from '../protocol/question.ts';
import { repositoryIdIn, saysGated } from '../protocol/shapes.ts';
import { isOwnOrigin } from '../protocol/source-url.ts';
import { verdictOnBody, verdictOnStatus } from '../protocol/verdict.ts';
import type { Source } from '../types.ts';

/** What came over the network. */
export interface Received {
  status: number;
  headers: Headers;
  finalUrl: string;
  /** The body of a success. `too-large` when it was given up, undefined when nobody wanted it. */
  bytes: Uint8Array<ArrayBuffer> | 'too-large' | undefined;
}

const LONGEST_MESSAGE = 500;
/** A hub that asks for more is not believed (contract, "Verdicts"). */
const LONGEST_WAIT_SECONDS = 3_600;
const NO_HEADERS = new Headers();

/** Whether a response's body can matter to its verdict. */
export function isWorthReading(
  { isElsewhere }: Question,
  source: Source,
  ok: boolean,
  finalUrl: string,
): boolean {
  return ok && (isElsewhere === true || isOwnOrigin(source, finalUrl));
}

/** What a source's response means. `token` is the one that was sent; `nowMs` is milliseconds since 1970. */
export function interpret(
  source: Source,
  { isElsewhere = false, isExpected, format }: Question,
  { status, headers, finalUrl, bytes }: Received,
  token: string | undefined,
  nowMs: number,
): Answer {
  if (!isElsewhere && !isOwnOrigin(source, finalUrl)) {
    return { source, verdict: 'invalid', status, reason: 'other-origin' };
  }
  const answer: Answer = { source, verdict: 'invalid', status, ...complaintIn(headers, token) };
  if (bytes === 'too-large') return { ...answer, reason: 'too-large' };
  if (bytes === undefined) return refusal(answer, headers, token !== undefined, nowMs);

  const body = format === 'json' ? parseJson(bytes) : bytes;
  const verdict = verdictOnBody(body, isElsewhere ? NO_HEADERS : headers, isExpected);
  if (verdict !== 'present') return { ...answer, verdict };
  const next = nextLink(headers.get('link'), finalUrl);
  return {
    ...answer,
    verdict,
    body,
    canonicalId: repositoryIdIn(body),
    access: saysGated(body) ? 'gated' : 'open',
    next: next && isOwnOrigin(source, next) ? next : undefined,
  };
}

function refusal(answer: Answer, headers: Headers, tokenSent: boolean, nowMs: number): Answer {
  const verdict = verdictOnStatus(answer.status ?? 0, headers, tokenSent);
  if (verdict === 'gated') return { ...answer, verdict, access: 'gated' };
  if (verdict === 'present') return { ...answer, verdict, access: 'open' };
  if (verdict !== 'rate-limited') return { ...answer, verdict };
  return { ...answer, verdict, retryAfterSeconds: retryAfterSeconds(headers, nowMs, LONGEST_WAIT_SECONDS) };
}

/** What the hub says is wrong, in its own words, without the token should it quote it. */
function complaintIn(headers: Headers, token: string | undefined): Pick<Answer, 'code' | 'message'> {
  const message = headers.get('x-error-message') ?? undefined;
  return {
    code: headers.get('x-error-code') ?? undefined,
    message: (token ? message?.replaceAll(token, '…') : message)?.slice(0, LONGEST_MESSAGE),
  };
}
