const LONGEST_SECONDS = 3_600;
/** The one form of a date in HTTP that does not name its zone, which is GMT (RFC 9110, 5.6.7). */
const ASCTIME = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;

/**
 * How many seconds a 429 asks to wait: `Retry-After` as seconds or as a date, else `RateLimit: "x";r=0;t=N`. Undefined
 * when neither says, and when what they say is no wait or over an hour. `nowMs` is milliseconds since 1970.
 */
export function retryAfterSeconds(headers: Headers, nowMs: number): number | undefined {
  return [fromRetryAfter(headers.get('retry-after'), nowMs), fromRateLimit(headers.get('ratelimit'))].find(
    (seconds) => seconds !== undefined && seconds > 0 && seconds <= LONGEST_SECONDS,
  );
}

function fromRetryAfter(value: string | null, nowMs: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  // Only a date has letters: Date.parse takes "-5" for a year.
  const at = /[a-z]/i.test(value) ? Date.parse(ASCTIME.test(value) ? `${value} GMT` : value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.ceil((at - nowMs) / 1_000);
}

/** The longest wait of the used-up quotas, since all of them have to be waited for. */
function fromRateLimit(value: string | null): number | undefined {
  const waits = (value ?? '')
    .split(',')
    .filter((item) => parameter(item, 'r') === 0)
    .map((item) => parameter(item, 't') ?? 0);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function parameter(item: string, name: string): number | undefined {
  const digits = new RegExp(`;\\s*${name}=(\\d+)\\s*(?:;|$)`).exec(item)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
