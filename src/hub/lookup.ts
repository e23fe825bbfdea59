import { throwIfAborted } from './abort.ts';
import { type Answer, attemptOf } from './answer.ts';
import type { LocationCache } from './cache.ts';
import type { Ask } from './client.ts';
import { sourcesForOwner } from './config.ts';
import type { CoolDowns } from './cool-down.ts';
import { boundAnswer, locationOf, progressOf } from './decision.ts';
import { isRepositoryRef, namedRevision, ownerOf } from './identifiers.ts';
import { repositoryQuestion } from './questions.ts';
import { isCurrent, isRecent, recall, recordAfter, verdictKey } from './remembering.ts';
import { createSingleFlight } from './single-flight.ts';
import type { Clock, HubSettings, LocateOptions, Location, RepositoryRef, Source } from './types.ts';
import { infoUrl } from './urls.ts';
import { walk } from './walk.ts';

export interface Finding {
  location: Location;
  /** What the bound source answered. Its body is there when it was asked for this very lookup. */
  bound?: Answer | undefined;
}

export interface FindOptions extends LocateOptions {
  /** Properties to ask Hugging Face for, so that the probe answers `info`, too. */
  expand?: string[] | undefined;
}

export type Find = (ref: RepositoryRef, options?: FindOptions) => Promise<Finding>;

interface LookupPorts {
  sources: () => readonly Source[];
  settings: () => HubSettings;
  cache: LocationCache;
  coolDowns: CoolDowns;
  ask: Ask;
  keyOf: (source: Source) => Promise<string>;
  clock: Clock;
  /** Told of every lookup, whether it cost a request. */
  onLookup: (fromCache: boolean) => void;
}

/** Finds the source that hosts a repository: from the cache where it says so, else by a walk along the sources. */
export function createLookup(ports: LookupPorts): Find {
  const { sources, settings, cache, coolDowns, ask, keyOf, clock, onLookup } = ports;
  const share = createSingleFlight<Finding, Answer>();

  return async (ref, options = {}) => {
    const { signal, onAttempt, fresh = false, complete = false, expand = [] } = options;
    throwIfAborted(signal);
    const isAskable = settings().enabled && isRepositoryRef(ref);
    const chain = isAskable ? sourcesForOwner(sources(), ownerOf(ref.id)) : [];
    if (chain.length === 0) return { location: locationOf([], false) };

    const sameThing = JSON.stringify([ref.type, ref.id, namedRevision(ref), fresh, complete, expand, chain]);
    const finding = await share(
      sameThing,
      (flight, report) => find(ref, chain, { fresh, complete, expand }, flight, report),
      { signal, onReport: onAttempt && ((answer) => onAttempt(attemptOf(answer))) },
    );
    onLookup(finding.location.fromCache && !finding.location.stale);
    return finding;
  };

  async function find(
    ref: RepositoryRef,
    chain: readonly Source[],
    { fresh, complete, expand }: { fresh: boolean; complete: boolean; expand: string[] },
    signal: AbortSignal,
    report: (answer: Answer) => void,
  ): Promise<Finding> {
    const lease = cache.open(ref);
    try {
      const now = clock.now();
      const record = await lease.read();
      const keys = await Promise.all(
        chain.map(async (source) => verdictKey(source, await keyOf(source), ref.id)),
      );
      const current = !fresh && record && isCurrent(record, now) ? record : undefined;
      const remembered = chain.map((source, index) => recall(source, current?.verdicts[keys[index] ?? '']));
      const isKnown = complete ? !remembered.includes(undefined) : progressOf(remembered) === 'decided';

      const answers = await walk(
        await Promise.all(
          chain.map(async (source, index) => ({
            source,
            known: remembered[index] ?? (isKnown || fresh ? undefined : await coolDowns.skipped(source)),
          })),
        ),
        {
          ask: (source, walking) =>
            ask(source, repositoryQuestion(infoUrl(source, ref, ref.id, expand)), walking),
          graceMs: settings().graceMs,
          complete,
          signal,
          onAnswer: report,
        },
      );
      const location = locationOf(answers, isKnown);
      if (isKnown) return { location, bound: boundAnswer(answers) };

      if (record && !current && !fresh && isRecent(record, now) && answers.every(isOutOfReach)) {
        const old = answers.map(
          (answer, index) => recall(answer.source, record.verdicts[keys[index] ?? '']) ?? answer,
        );
        const bound = boundAnswer(old);
        if (bound)
          return { location: { ...locationOf(old, true), stale: true, attempts: location.attempts }, bound };
      }

      const learned = answers.map((answer, index) => [keys[index] ?? '', answer] as const);
      const next = recordAfter(ref, learned, location, current, {
        now,
        cacheTtlSeconds: settings().cacheTtlSeconds,
      });
      if (next) await lease.write(next);
      else if (record && !isRecent(record, now)) await lease.remove();
      return { location, bound: boundAnswer(answers) };
    } finally {
      lease.close();
    }
  }
}

function isOutOfReach({ verdict }: Answer): boolean {
  return verdict === 'unreachable' || verdict === 'skipped';
}
