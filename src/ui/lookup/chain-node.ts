import { isHere, isNo } from '../../hub/answers/answer.ts';
import { isLimited, pinning } from '../../hub/pins.ts';
import { ownerOf } from '../../hub/protocol/identifiers.ts';
import type { Attempt, Location, RepositoryRef } from '../../hub/types.ts';
import type { SourceView } from '../../messages/index.ts';
import { sentence } from '../page/name-sentence.ts';
import type { Sentence } from '../page/sentence.ts';
import { verdictKey } from '../words/verdict-key.ts';

/**
 * `has`: the source that is used. `also`: another source that has it. `no`: definitively does not have it.
 * `unclear`: gave no reliable answer. `apart`: was not asked, or its question was cancelled.
 */
export type NodeTone = 'waiting' | 'has' | 'also' | 'no' | 'unclear' | 'apart';

/** One source as the chain shows it. */
export interface ChainNode {
  id: string;
  name: string;
  tone: NodeTone;
  /** The source's answer, in words. */
  words: Sentence;
  attempt?: Attempt;
}

/** Every source that is switched on, in order, with its answer so far. `ended`: no more answers will come. */
export function chainNodes(
  sources: readonly SourceView[],
  repository: RepositoryRef,
  attempts: readonly Attempt[],
  location?: Location,
  ended = false,
): ChainNode[] {
  const pinnedTo = pinning(sources, ownerOf(repository.id));
  return sources
    .filter((source) => source.enabled)
    .map((source) => {
      const attempt = attempts.find((one) => one.source === source.id);
      const base = { id: source.id, name: source.name };
      if (attempt) return { ...base, ...describe(attempt, location), attempt };
      const apart = reasonApart(source, pinnedTo);
      if (apart) return { ...base, tone: 'apart', words: apart };
      if (location) return { ...base, tone: 'apart', words: sentence('chain_not_asked') };
      if (ended) return { ...base, tone: 'apart', words: sentence('chain_stopped') };
      return { ...base, tone: 'waiting', words: sentence('chain_waiting') };
    });
}

function describe(attempt: Attempt, location: Location | undefined) {
  const words = sentence(`chain_verdict_${verdictKey(attempt)}`);
  return { tone: toneOf(attempt, location), words };
}

function toneOf(attempt: Attempt, location: Location | undefined): NodeTone {
  if (location?.source === attempt.source) return 'has';
  if (isHere(attempt)) return 'also';
  if (isNo(attempt)) return 'no';
  return attempt.verdict === 'cancelled' ? 'apart' : 'unclear';
}

/**
 * Why a source is not asked at all: no permission, a locked token, or pins (a pinned owner is looked up at
 * its own sources only).
 */
function reasonApart(source: SourceView, pinnedTo: readonly SourceView[]): Sentence | undefined {
  if (!source.allowed) return sentence('chain_not_allowed');
  if (source.token?.locked) return sentence('chain_token_locked');
  if (pinnedTo.includes(source)) return undefined;
  if (pinnedTo.length > 0) {
    return sentence(
      'chain_owner_pinned_elsewhere',
      pinnedTo.map(({ name }) => name),
    );
  }
  if (isLimited(source)) return sentence('chain_only_pinned', source.namespaces);
  return undefined;
}
