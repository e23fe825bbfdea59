/** How many characters of a header are read. */
const LONGEST = 2_048;
/** The form of a date in HTTP that does not name its time zone; the zone is GMT (RFC 9110, 5.6.7). */
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;
/** The other two forms of a date in HTTP start with a day and a comma; some servers send ISO 8601. */
const DATE = /^[a-z]{3,9},|^\d{4}-\d\d-\d\dT/i;

/**
 * How many seconds an answer asks to wait: by `Retry-After` (seconds or a date), else by Hugging Face's `RateLimit` header. There
 * `"api";r=0;t=55` means that no request remains and the window ends in 55 s; of several used-up quotas the longest counts, since
 * all must end. With both headers Retry-After counts, as the draft standard of `RateLimit` says. Undefined without a believable
 * wait: one that is positive and not over `longestSeconds`. `nowMs` is milliseconds since 1970.
 */
export function retryAfterSeconds(
  headers: Pick<Headers, 'get'>,
  nowMs: number,
  longestSeconds: number,
): number | undefined {
  const isBelievable = (seconds: number) => seconds > 0 && seconds <= longestSeconds;
  const asked = fromRetryAfter(headers.get('retry-after'), nowMs);
  if (isBelievable(asked)) return asked;
  const waits = fromRateLimit(headers.get('ratelimit')).filter(isBelievable);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/** Seconds to wait by Retry-After; NaN when the header is missing or cannot be read. */
function fromRetryAfter(value: string | null, nowMs: number): number {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  // Date.parse alone would take "-5" or "3000" for a year.
  if (ASCTIME.test(text)) return secondsUntil(`${text} GMT`, nowMs);
  return DATE.test(text) ? secondsUntil(text, nowMs) : Number.NaN;
}

function secondsUntil(date: string, nowMs: number): number {
  return Math.ceil((Date.parse(date) - nowMs) / 1_000);
}

/** Seconds to wait for each used-up quota of a RateLimit header. */
function fromRateLimit(value: string | null): number[] {
  return (value ?? '')
    .slice(0, LONGEST)
    .split(',')
    .filter((item) => parameter(item, 'r') === 0)
    .map((item) => parameter(item, 't') ?? 0);
}

function parameter(item: string, name: string): number | undefined {
  const pairs = item.split(';').map((pair) => pair.split('=', 2).map((text) => text.trim()));
  const digits = pairs.find(([key]) => key === name)?.[1] ?? '';
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
