import type { Attempt, Location, Outcome } from '../../hub/types.ts';
import { visible } from '../../web/visible.ts';
import { counted, sentence } from '../page/name-sentence.ts';
import type { Sentence } from '../page/sentence.ts';
import { verdictKey } from '../words/verdict-key.ts';
import { attemptsAbove, isUnclear } from './unclear-answers.ts';

/** The result of all sources: the verdict, the reason, notes, and what to do. */
export interface ChainVerdict {
  /** `absent`: definitively no source has it. */
  tone: 'confirmed' | 'provisional' | 'absent' | 'failed';
  headline: Sentence;
  /** For a provisional result: the answer of each unclear source of higher priority. */
  reasons: Sentence[];
  notes: Sentence[];
  advice?: Sentence;
}

export type NameOf = (sourceId: string) => string;

/** What was asked: the repository, the sources' names by id, and whether lookups are switched off. */
export interface Asked {
  id: string;
  nameOf: NameOf;
  isSwitchedOff: boolean;
}

/** The sentences for a location. */
export function chainVerdict(location: Location, { id, nameOf, isSwitchedOff }: Asked): ChainVerdict {
  const parts =
    location.outcome === 'found' ? found(location, nameOf) : notFound(location, nameOf, isSwitchedOff);
  return { ...parts, notes: notes(location, id, nameOf) };
}

type Parts = Omit<ChainVerdict, 'notes'>;

function found(location: Location, nameOf: NameOf): Parts {
  const winner = nameOf(location.source ?? '');
  const above = attemptsAbove(location);
  const advice = location.access === 'gated' ? { advice: sentence('chain_advice_gated', winner) } : {};
  if (location.confidence === 'provisional') {
    const reasons = above.filter(isUnclear).map((attempt) => reason(attempt, nameOf));
    return { tone: 'provisional', headline: sentence('chain_provisional', winner), reasons, ...advice };
  }
  const key = above.length === 0 ? 'chain_confirmed_first' : 'chain_confirmed';
  return { tone: 'confirmed', headline: sentence(key, winner), reasons: [], ...advice };
}

const CULPRIT: Partial<Record<Outcome, Attempt['verdict']>> = {
  'token-rejected': 'token-rejected',
  disabled: 'disabled',
  denied: 'denied',
  'rate-limited': 'rate-limited',
};

function notFound(location: Location, nameOf: NameOf, isSwitchedOff: boolean): Parts {
  const { outcome, attempts, retryAfterSeconds } = location;
  const failed = (key: string, advice: Sentence, ...names: string[]): Parts => ({
    tone: 'failed',
    headline: sentence(key, ...names),
    reasons: [],
    advice,
  });
  if (outcome === 'not-found' && attempts.length === 0) {
    return failed(
      'chain_no_sources',
      sentence(isSwitchedOff ? 'chain_advice_switched_off' : 'chain_advice_no_sources'),
    );
  }
  if (outcome === 'not-found')
    return { ...failed('chain_not_found', sentence('chain_advice_not_found')), tone: 'absent' };
  if (outcome === 'unavailable') {
    const reasons = attempts.filter(isUnclear).map((attempt) => reason(attempt, nameOf));
    return { ...failed('chain_unavailable', sentence('chain_advice_unavailable')), reasons };
  }
  const culprit = attempts.find(({ verdict }) => verdict === CULPRIT[outcome]) ?? attempts.find(isUnclear);
  const name = culprit ? nameOf(culprit.source) : '';
  const key = outcome.replace('-', '_');
  const advice =
    outcome === 'rate-limited' && retryAfterSeconds !== undefined
      ? counted('chain_advice_rate_limited_seconds', Math.ceil(retryAfterSeconds))
      : sentence(`chain_advice_${key}`, name);
  return failed(`chain_${key}`, advice, name);
}

function notes(location: Location, askedId: string, nameOf: NameOf): Sentence[] {
  const { alternatives, canonicalId, fromCache, stale } = location;
  const list: Sentence[] = [];
  if (canonicalId !== undefined && canonicalId !== askedId) {
    list.push(sentence('chain_note_renamed', visible(canonicalId)));
  }
  if (alternatives.length > 0) {
    list.push(sentence('chain_note_also', alternatives.map(nameOf)));
  }
  if (stale) list.push(sentence('chain_note_stale'));
  else if (fromCache) list.push(sentence('chain_note_cached'));
  return list;
}

function reason(attempt: Attempt, nameOf: NameOf): Sentence {
  return sentence(`chain_reason_${verdictKey(attempt)}`, nameOf(attempt.source));
}
