const DAY_SECONDS = 86_400;
const RATE_LIMIT_ITEM = /"[^"]*"\s*;\s*r\s*=\s*(\d+)\s*;\s*t\s*=\s*(\d+)/g;

/**
 * Seconds to wait, from `Retry-After` (seconds or a date) and the hub's `RateLimit` header (`"api";r=0;t=55`: nothing
 * remaining, window over in 55 s). The longer one where both speak. Undefined for what is no believable wait: not
 * positive, over a day, or garbage.
 */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, nowMs: number): number | undefined {
  const waits = [fromRetryAfter(headers.get('retry-after'), nowMs), fromRateLimit(headers.get('ratelimit'))];
  const known = waits.filter((wait) => wait !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function fromRetryAfter(value: string | null, nowMs: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return believable(Math.ceil(Number(text)));
  // Only a real HTTP date: Date.parse alone would take "-5" or "3000" for a year.
  if (!/^[A-Za-z]{3,9},/.test(text)) return undefined;
  return believable(Math.ceil((Date.parse(text) - nowMs) / 1000));
}

function fromRateLimit(value: string | null): number | undefined {
  const exhausted = [...(value ?? '').matchAll(RATE_LIMIT_ITEM)].filter((item) => Number(item[1]) === 0);
  const waits = exhausted.map((item) => believable(Number(item[2]))).filter((wait) => wait !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function believable(seconds: number): number | undefined {
  return seconds > 0 && seconds <= DAY_SECONDS ? seconds : undefined;
}
