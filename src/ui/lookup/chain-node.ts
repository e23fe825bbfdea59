import type { Attempt, Location, RepositoryRef, Verdict } from '../../hub/types.ts';
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

const DEFINITIVE_NO = new Set<Verdict>(['absent', 'disabled']);
const PRESENT = new Set<Verdict>(['present', 'gated']);

/** Every source that is switched on, in order, with its answer so far. `ended`: no more answers will come. */
export function chainNodes(
  sources: readonly SourceView[],
  repository: RepositoryRef,
  attempts: readonly Attempt[],
  location?: Location,
  ended = false,
): ChainNode[] {
  const pinnedTo = pinsOf(sources, ownerOf(repository));
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
  return { tone: toneOf(attempt.source, attempt.verdict, location), words };
}

function toneOf(source: string, verdict: Verdict, location: Location | undefined): NodeTone {
  if (location?.source === source) return 'has';
  if (PRESENT.has(verdict)) return 'also';
  if (DEFINITIVE_NO.has(verdict)) return 'no';
  return verdict === 'cancelled' ? 'apart' : 'unclear';
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
  if (source.namespaces.length > 0) return sentence('chain_only_pinned', source.namespaces);
  return undefined;
}

/**
 * The sources that an owner is pinned to. A pin holds even while its source is switched off, so all sources
 * are searched.
 */
function pinsOf(sources: readonly SourceView[], owner: string | undefined): SourceView[] {
  if (owner === undefined) return [];
  return sources.filter(({ namespaces }) => namespaces.some((name) => name.toLowerCase() === owner));
}

function ownerOf({ id }: RepositoryRef): string | undefined {
  return id.includes('/') ? id.split('/')[0]?.toLowerCase() : undefined;
}
