import { parseRetryAfter } from '../../generation/index.ts';
import type { BodyFacts } from './body-facts.ts';

/** The longest wait that is accepted from a service: a day, in seconds. */
const LONGEST_WAIT_SECONDS = 86_400;
const UNITS: Record<string, number> = { ms: 1 / 1000, s: 1, m: 60, h: 3600 };
const IN_WORDS =
  /\b(?:try again|retry|available|wait|again)\b[^.\d\n]{0,30}\b(\d{1,6}(?:\.\d{1,3})?) ?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/;

/** Seconds until a service can be asked again, rounded up: the longest of what its headers, its fields and its words say. */
export function waitOf(headers: Pick<Headers, 'get'>, nowMs: number, facts: BodyFacts): number | undefined {
  const until = facts.waitUntilMs === undefined ? undefined : (facts.waitUntilMs - nowMs) / 1000;
  const said = [facts.waitSeconds, until, inWords(facts.words)].map((wait) => wait && Math.ceil(wait));
  const waits = [parseRetryAfter(headers, nowMs), ...said].filter(
    (wait) => wait !== undefined && wait > 0 && wait <= LONGEST_WAIT_SECONDS,
  ) as number[];
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function inWords(words: string): number | undefined {
  const [, digits, unit = ''] = IN_WORDS.exec(words.toLowerCase()) ?? [];
  if (digits === undefined) return undefined;
  const name =
    unit.startsWith('mi') && !unit.startsWith('min') ? 'ms' : unit === 'ms' ? 'ms' : unit.charAt(0);
  return Number(digits) * (UNITS[name] ?? 1);
}
