import { throwIfAborted } from '../../web/wait.ts';
import { type Answer, attemptOf } from '../answers/answer.ts';
import { boundAnswer, locationOf, progressOf } from '../answers/decision.ts';
import { type MemoryPorts, recollect } from '../cache/memory.ts';
import type { Ask } from '../client/client.ts';
import type { CoolDowns } from '../client/cool-down.ts';
import { sourcesForOwner } from '../config.ts';
import { isRepositoryRef, namedRevision, ownerOf } from '../protocol/identifiers.ts';
import { repositoryQuestion } from '../protocol/questions.ts';
import { infoUrl } from '../protocol/urls.ts';
import type { LocateOptions, Location, RepositoryRef, Source } from '../types.ts';
import { createFlightPlan } from './flight-plan.ts';
import { createSingleFlight } from './single-flight.ts';
import { type Step, walk } from './walk.ts';

export interface Finding {
  location: Location;
  /** The answer of the chosen source. It has a body, or the reason why not, unless the answer came from the cache. */
  bound?: Answer | undefined;
}

export interface FindOptions extends LocateOptions {
  /**
   * Properties to ask Hugging Face for, so that the probe also answers `info`; an empty list asks for all of
   * them. Left out: only whether the repository exists, which takes no longer for a repository with 90,000
   * files.
   */
  expand?: readonly string[] | undefined;
  /** The id of the one source to look at. */
  source?: string | undefined;
  /** The id of a source to leave out. */
  without?: string | undefined;
}

export type Find = (ref: RepositoryRef, options?: FindOptions) => Promise<Finding>;

interface LookupPorts extends MemoryPorts {
  sources: () => readonly Source[];
  coolDowns: CoolDowns;
  ask: Ask;
  /** Called for every lookup with whether the cache answered it. */
  onLookup: (fromCache: boolean) => void;
}

/** The property that a probe asks Hugging Face for, besides those that the verdict rests on. */
const PROBED = ['private'] as const;

interface Wishes {
  fresh: boolean;
  complete: boolean;
  expand: readonly string[];
}

/**
 * Finds the source that hosts a repository: from the cache where the cache knows it, else by a walk along the
 * sources.
 */
export function createLookup(ports: LookupPorts): Find {
  const { sources, settings, coolDowns, ask, onLookup } = ports;
  const share = createSingleFlight<Finding, Answer>();
  const flightsFor = createFlightPlan();

  return async (ref, options = {}) => {
    const { signal, onAttempt, fresh = false, complete = false, expand, source, without } = options;
    throwIfAborted(signal);
    const isAskable = settings().enabled && isRepositoryRef(ref);
    const whole = isAskable ? sourcesForOwner(sources(), ownerOf(ref.id)) : [];
    const chain = whole.filter(({ id }) => id !== without && (source === undefined || id === source));
    if (chain.length === 0) return { location: locationOf([], false) };

    const sameThing = JSON.stringify([ref.type, ref.id, namedRevision(ref), fresh, complete, chain]);
    const flight = flightsFor(sameThing, expand);
    const onReport = onAttempt && ((answer: Answer) => onAttempt(attemptOf(answer)));
    const takeOff = (walking: AbortSignal, report: (answer: Answer) => void) =>
      flight.depart((properties) =>
        find(ref, chain, { fresh, complete, expand: properties ?? PROBED }, walking, report),
      );
    const finding = await share(flight.key, takeOff, { signal, onReport });
    onLookup(finding.location.fromCache && !finding.location.stale);
    return finding;
  };

  async function find(
    ref: RepositoryRef,
    chain: readonly Source[],
    { fresh, complete, expand }: Wishes,
    signal: AbortSignal,
    onAnswer: (answer: Answer) => void,
  ): Promise<Finding> {
    const memory = await recollect(ports, ref, chain, fresh);
    try {
      const isKnown = complete ? memory.answers.every(Boolean) : progressOf(memory.answers) === 'decided';
      const known = chain.map((source, index) => ({ source, known: memory.answers[index] }));
      const steps = isKnown || fresh ? known : await withoutResting(known);
      const answers = await walk(steps, {
        ask: (source, walking) =>
          ask(source, repositoryQuestion(infoUrl(source, ref, ref.id, expand)), walking),
        graceMs: settings().graceMs,
        complete,
        signal,
        onAnswer,
      });
      const location = locationOf(answers, isKnown);
      if (isKnown) return { location, bound: boundAnswer(answers) };

      const old = memory.oldAnswers(answers);
      if (old) {
        const { attempts } = location;
        return { location: { ...locationOf(old, true), stale: true, attempts }, bound: boundAnswer(old) };
      }
      await memory.keep(answers, location);
      return { location, bound: boundAnswer(answers) };
    } finally {
      memory.close();
    }
  }

  /** A source that is cooling down keeps its cached verdict; without a cached verdict it is skipped. */
  function withoutResting(steps: readonly Step[]): Promise<Step[]> {
    return Promise.all(
      steps.map(async ({ source, known }) => ({ source, known: known ?? (await coolDowns.skipped(source)) })),
    );
  }
}
