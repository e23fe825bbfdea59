import { publicAddress } from '../../web/addresses.ts';
import { parseJson } from '../../web/read-body.ts';
import { holdsSecret, redact } from '../../web/redact.ts';
import { retryAfterSeconds } from '../../web/retry-after.ts';
import type { Answer } from '../answers/answer.ts';
import { nextPage } from '../protocol/next-page.ts';
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
  /** The body of a success; `too-large` when reading it was stopped, undefined when the question asked for no body. */
  bytes: Uint8Array<ArrayBuffer> | 'too-large' | undefined;
}

/** The longest wait that is accepted from a hub (contract, "Verdicts"). */
export const LONGEST_WAIT_SECONDS = 3_600;
/** Characters. No hub has longer ids; a longer text that a hub sends as an id is ignored. */
const LONGEST_ID = 2_000;
const NO_HEADERS = new Headers();

/** Whether a response's body can matter to its verdict. */
export function isWorthReading(
  { anyHost }: Question,
  source: Source,
  ok: boolean,
  finalUrl: string,
): boolean {
  return ok && (anyHost === true || isOwnOrigin(source, finalUrl));
}

/** What a source's response means. `token` is the one that was sent; `nowMs` is milliseconds since 1970. */
export function interpret(
  source: Source,
  { anyHost = false, isExpected, format, asksExistence }: Question,
  { status, headers, finalUrl, bytes }: Received,
  token: string | undefined,
  nowMs: number,
): Answer {
  // Status 0: a redirect to another origin, which was not followed. A browser hides everything about it, even its status.
  if (status === 0) return { source, verdict: 'invalid', reason: 'other-origin' };
  if (!anyHost && !isOwnOrigin(source, finalUrl)) {
    return { source, verdict: 'invalid', status, reason: 'other-origin' };
  }
  if (anyHost && !isOwnOrigin(source, finalUrl) && !publicAddress(finalUrl)) {
    return { source, verdict: 'invalid', status, reason: 'unsafe-address' };
  }
  const answer: Answer = { source, verdict: 'invalid', status, ...complaintIn(headers, token) };
  if (bytes === 'too-large') {
    const isThere = asksExistence && isJson(headers) && !headers.has('x-source');
    return { ...answer, reason: 'too-large', ...(isThere && { verdict: 'present', code: 'TooLarge' }) };
  }
  if (bytes === undefined) return refusal(answer, headers, token !== undefined, nowMs);

  const body = format === 'json' ? parseJson(bytes) : bytes;
  const verdict = verdictOnBody(body, anyHost ? NO_HEADERS : headers, isExpected);
  if (verdict !== 'present') return { ...answer, verdict };
  const saidId = repositoryIdIn(body);
  return {
    ...answer,
    verdict,
    body,
    canonicalId: saidId !== undefined && isBelievableId(saidId, token) ? saidId : undefined,
    access: saysGated(body) ? 'gated' : 'open',
    sizeBytes: bytes.byteLength,
    next: format === 'json' ? nextPage(source, headers.get('link'), finalUrl) : undefined,
  };
}

/**
 * Whether an id is believed. An id that repeats the token would carry it into addresses and onto pages; a
 * text that is longer than any id is no id.
 */
function isBelievableId(id: string, token: string | undefined): boolean {
  return id.length <= LONGEST_ID && !holdsSecret(id, secretsOf(token));
}

function refusal(answer: Answer, headers: Headers, tokenSent: boolean, nowMs: number): Answer {
  const verdict = verdictOnStatus(answer.status ?? 0, headers, tokenSent);
  if (verdict === 'gated') return { ...answer, verdict, access: 'gated' };
  if (verdict === 'present') return { ...answer, verdict, access: 'open' };
  if (verdict !== 'rate-limited') return { ...answer, verdict };
  return { ...answer, verdict, retryAfterSeconds: retryAfterSeconds(headers, nowMs, LONGEST_WAIT_SECONDS) };
}

/** The hub's own words on what is wrong, with the token removed in case the hub quotes it. */
function complaintIn(headers: Headers, token: string | undefined): Pick<Answer, 'code' | 'message'> {
  const saying = (name: string) => {
    const text = headers.get(name);
    return text === null ? undefined : redact(text, secretsOf(token));
  };
  return { code: saying('x-error-code'), message: saying('x-error-message') };
}

function secretsOf(token: string | undefined): string[] {
  return token === undefined ? [] : [token];
}

function isJson(headers: Headers): boolean {
  return /\bjson\b/i.test(headers.get('content-type') ?? '');
}
