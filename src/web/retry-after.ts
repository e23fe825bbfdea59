/** How much of a header is read. */
const LONGEST = 2_048;
/** The one form of a date in HTTP that does not name its zone, which is GMT (RFC 9110, 5.6.7). */
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;
/** The other two forms of a date in HTTP start with a day and a comma; some servers send ISO 8601. */
const DATE = /^[a-z]{3,9},|^\d{4}-\d\d-\d\dT/i;

/**
 * How many seconds an answer asks to wait: `Retry-After` (seconds or a date), else Hugging Face's `RateLimit` header
 * (`"api";r=0;t=55`: nothing remaining, window over in 55 s; of several used-up quotas the longest, since all of them
 * have to be over). Where both speak, Retry-After holds, as the draft standard of `RateLimit` says. Undefined for what
 * is no believable wait: not positive, over `longestSeconds`, or garbage. `nowMs` is milliseconds since 1970.
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

/** NaN when the header says nothing. */
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

/** The waits of the used-up quotas. */
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
