import { retryAfterSeconds } from '../web/retry-after.ts';

const DAY_SECONDS = 86_400;

/** Seconds that a service asks to wait, a day at most; see `retryAfterSeconds`. `nowMs` is milliseconds since 1970. */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, nowMs: number): number | undefined {
  return retryAfterSeconds(headers, nowMs, DAY_SECONDS);
}
