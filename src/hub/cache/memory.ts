import type { Answer } from '../answers/answer.ts';
import { boundAnswer } from '../answers/decision.ts';
import type { Clock, HubSettings, Location, RepositoryRef, Source } from '../types.ts';
import type { LocationCache } from './cache.ts';
import type { CacheRecord } from './cache-record.ts';
import { isCurrent, isRecent, joined, recall, recordAfter, recordKeyOfVerdict } from './remembering.ts';

/** What is remembered of one repository, for the length of one lookup. */
export interface Memory {
  /** The remembered answer of each source; undefined where there is none. */
  answers: (Answer | undefined)[];
  /** Answers to use when no source can be reached: those of less than a day ago, if the repository was found then. */
  oldAnswers(answers: readonly Answer[]): Answer[] | undefined;
  /** Stores the new verdicts. */
  keep(answers: readonly Answer[], location: Location): Promise<void>;
  close(): void;
}

export interface MemoryPorts {
  cache: LocationCache;
  keyOf: (source: Source) => Promise<string>;
  clock: Clock;
  settings: () => HubSettings;
}

/** Reads what the cache knows of a repository, each record once. With `fresh` nothing is read. */
export async function recollect(
  { cache, keyOf, clock, settings }: MemoryPorts,
  ref: RepositoryRef,
  chain: readonly Source[],
  fresh: boolean,
): Promise<Memory> {
  const lease = cache.open(
    ref,
    chain.map(({ type }) => type),
  );
  const now = clock.now();
  const keysOf = () =>
    Promise.all(chain.map(async (source) => recordKeyOfVerdict(source, await keyOf(source), ref.id)));
  // A key is a digest, which takes time to compute: keys are computed only when a record exists.
  const own = fresh ? undefined : await lease.read();
  const twin = fresh ? undefined : await lease.readTwin();
  const keys = own || twin ? await keysOf() : [];
  const record = twin ? joined(own, { ...twin, id: ref.id }, keys, now) : own;
  const current = record && isCurrent(record, now) ? record : undefined;
  const recent = record && !current && isRecent(record, now) ? record : undefined;
  const verdictIn = (from: CacheRecord | undefined, index: number) => from?.verdicts[keys[index] ?? ''];

  return {
    answers: chain.map((source, index) => recall(source, verdictIn(current, index))),

    oldAnswers(answers) {
      if (!recent || !answers.every(isOutOfReach)) return undefined;
      const old = answers.map((answer, index) => recall(answer.source, verdictIn(recent, index)) ?? answer);
      return boundAnswer(old) && old;
    },

    async keep(answers, location) {
      const keys = await keysOf();
      const learned = answers.map((answer, index) => [keys[index] ?? '', answer] as const);
      const times = { now, cacheTtlSeconds: settings().cacheTtlSeconds };
      const next = recordAfter(ref, learned, location, current, times);
      if (next) await lease.write(next);
      else if (record && !current && !recent) await lease.remove();
    },

    close: () => lease.close(),
  };
}

/** A source that is cooling down counts as one that cannot be reached. */
function isOutOfReach({ verdict }: Answer): boolean {
  return verdict === 'unreachable' || verdict === 'skipped';
}
