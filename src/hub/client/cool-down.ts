import * as z from 'zod/mini';
import { forgiving } from '../../storage/key-value-store.ts';
import { type Answer, isDefinitive } from '../answers/answer.ts';
import type { Clock, KeyValueStore, Source } from '../types.ts';

const UNKNOWN_WAIT_MS = 60_000;
const FAILURES_BEFORE_REST = 3;
const FIRST_REST_MS = 30_000;
const LONGEST_REST_MS = 600_000;
/** The longest pause that a hub may ask for, in milliseconds. */
const LONGEST_PAUSE_MS = 3_600_000;

const restSchema = z.object({
  /** Unreachable answers in a row. */
  failures: z.number(),
  /** Milliseconds since 1970. */
  until: z.number(),
  for: z.enum(['rate-limited', 'unreachable']),
});

/** A source's recent failures, and until when it is not asked. */
export type Rest = z.infer<typeof restSchema>;

export interface CoolDowns {
  /** What is known of a source's recent failures. */
  of(source: Source): Promise<Rest | undefined>;
  /** The answer that stands in for a source that is cooling down; undefined when it may be asked. */
  skipped(source: Source): Promise<Answer | undefined>;
  /** Learns from an answer. `before` is what was known when the question was asked. */
  note(answer: Answer, before: Rest | undefined): Promise<void>;
  /** Forgets the failures of sources that could not be reached: the user's own connection may have been the cause. */
  endNetworkRests(): Promise<void>;
}

/** The cool-downs by store, so that two hubs over the same store share them without reading it again. */
const knownIn = new WeakMap<KeyValueStore, Promise<Map<string, Rest>>>();

/**
 * Keeps the hub from asking sources that requested a pause or cannot be reached (contract, "Cool-down").
 * Stored, so it survives a restart.
 */
export function createCoolDowns(
  store: KeyValueStore,
  clock: Clock,
  keyOf: (source: Source) => Promise<string>,
): CoolDowns {
  const kept = forgiving(store);

  async function load(): Promise<Map<string, Rest>> {
    const rests = new Map<string, Rest>();
    for (const [key, value] of await kept.entries()) {
      const rest = restSchema.safeParse(value);
      if (rest.success && rest.data.until > clock.now() - LONGEST_REST_MS) rests.set(key, rest.data);
      else await kept.del(key);
    }
    return rests;
  }

  function all(): Promise<Map<string, Rest>> {
    const known = knownIn.get(store) ?? load();
    knownIn.set(store, known);
    return known;
  }

  async function of(source: Source): Promise<Rest | undefined> {
    const rests = await all();
    return rests.size === 0 ? undefined : rests.get(await keyOf(source));
  }

  return {
    of,

    async skipped(source) {
      const rest = await of(source);
      const leftMs = rest ? leftOf(rest, clock.now()) : 0;
      if (!rest || leftMs === 0) return undefined;
      return {
        source,
        verdict: 'skipped',
        restingFor: rest.for,
        retryAfterSeconds: Math.ceil(leftMs / 1_000),
      };
    },

    async note(answer, before) {
      const rests = await all();
      if (isDefinitive(answer) && rests.size === 0) return;
      const key = await keyOf(answer.source);
      const rest = rests.get(key);
      if (isDefinitive(answer)) {
        // A request that was sent before the hub asked for a pause does not end that pause.
        const isOvertaken = rest?.for === 'rate-limited' && rest.until !== before?.until;
        if (!isOvertaken && rests.delete(key)) await kept.del(key);
        return;
      }
      const next = restAfter(answer, rest, before, clock.now());
      if (!next) return;
      rests.set(key, next);
      await kept.set(key, next);
    },

    async endNetworkRests() {
      const rests = await all();
      for (const [key, rest] of [...rests]) {
        if (rest.for !== 'unreachable') continue;
        rests.delete(key);
        await kept.del(key);
      }
    },
  };
}

function restAfter(
  answer: Answer,
  rest: Rest | undefined,
  before: Rest | undefined,
  now: number,
): Rest | undefined {
  const failures = rest?.failures ?? 0;
  if (answer.verdict === 'rate-limited') {
    const waitMs =
      answer.retryAfterSeconds === undefined ? UNKNOWN_WAIT_MS : answer.retryAfterSeconds * 1_000;
    return { failures, until: now + waitMs, for: 'rate-limited' };
  }
  if (answer.verdict !== 'unreachable') return undefined;
  // Requests that were sent before the cool-down began failed for the same reason: they do not lengthen it.
  if (failures >= FAILURES_BEFORE_REST && (before?.failures ?? 0) < failures) return undefined;
  const restMs = restAfterFailures(failures + 1);
  const isStillResting = rest !== undefined && leftOf(rest, now) > restMs;
  if (isStillResting) return { ...rest, failures: failures + 1 };
  return { failures: failures + 1, until: now + restMs, for: 'unreachable' };
}

/**
 * Milliseconds that a cool-down still takes. 0 also where that would be longer than any of its kind: it was noted before the
 * clock was set back, and when it ends is unknown.
 */
function leftOf({ until, for: reason }: Rest, now: number): number {
  const longestMs = reason === 'unreachable' ? LONGEST_REST_MS : LONGEST_PAUSE_MS;
  return until > now && until - now <= longestMs ? until - now : 0;
}

function restAfterFailures(failures: number): number {
  if (failures < FAILURES_BEFORE_REST) return 0;
  return Math.min(FIRST_REST_MS * 2 ** (failures - FAILURES_BEFORE_REST), LONGEST_REST_MS);
}
