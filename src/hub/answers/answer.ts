import { defined } from '../../storage/defined.ts';
import type { Access, Attempt, AttemptReason, Source, Verdict } from '../types.ts';

/** One source's answer, with everything that the hub itself needs of it. Callers are shown only its attempt. */
export interface Answer {
  source: Source;
  verdict: Verdict;
  status?: number | undefined;
  code?: string | undefined;
  message?: string | undefined;
  reason?: AttemptReason | undefined;
  ms?: number | undefined;
  cached?: boolean | undefined;
  /** The verdict for which a skipped source is cooling down. It counts as that verdict in the outcome. */
  restingFor?: 'rate-limited' | 'unreachable' | undefined;
  retryAfterSeconds?: number | undefined;
  canonicalId?: string | undefined;
  access?: Access | undefined;
  /** Parsed JSON, or the bytes of a picture; undefined when the question asked for no body. */
  body?: unknown;
  /** Size of the body, in bytes. */
  sizeBytes?: number | undefined;
  /** The address of the next page, on the source's own origin; `unusable` when the link to it cannot be followed. */
  next?: string | undefined;
}

/** The part of an answer that callers are shown. */
export function attemptOf(answer: Answer): Attempt {
  const { source, verdict, status, code, message, reason, ms, cached, retryAfterSeconds } = answer;
  return {
    source: source.id,
    verdict,
    ...defined({ status, code, message, reason, ms, cached, retryAfterSeconds }),
  };
}

/** Whether the source has what was asked for. */
export function isHere(answer: { verdict: Verdict } | undefined): boolean {
  return answer?.verdict === 'present' || answer?.verdict === 'gated';
}

/** Whether the source said definitively that it does not have what was asked for. */
export function isNo(answer: { verdict: Verdict } | undefined): boolean {
  return answer?.verdict === 'absent' || answer?.verdict === 'disabled';
}

/** Whether the verdict is about the repository (and worth storing), not about a temporary trouble of the source. */
export function isDefinitive<Given extends { verdict: Verdict }>(answer: Given | undefined): answer is Given {
  return isHere(answer) || isNo(answer);
}
