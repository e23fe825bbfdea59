import { defined } from '../../storage/defined.ts';
import type { Location, Outcome, Verdict } from '../types.ts';
import { type Answer, attemptOf, isHere, isNo } from './answer.ts';

/** Answers in priority order; undefined where a source has not answered. */
export type Answers = readonly (Answer | undefined)[];

/** The outcomes when no source has the repository, in the order in which they are looked for (contract, "Location" 4). */
const TELLING: readonly ['token-rejected', 'disabled', 'denied', 'rate-limited'] = [
  'token-rejected',
  'disabled',
  'denied',
  'rate-limited',
];

/**
 * How far a walk has come. `decided`: no further answer can change which source is chosen. `grace`: one source has the
 * repository, and a source of higher priority has not answered yet. `open`: no source has it so far.
 */
export function progressOf(answers: Answers): 'decided' | 'grace' | 'open' {
  const first = answers.findIndex(isHere);
  const deciding = first === -1 ? answers : answers.slice(0, first);
  if (deciding.every((answer) => answer !== undefined)) return 'decided';
  return first === -1 ? 'open' : 'grace';
}

/** The answer of the first source in priority order that has what was asked for. */
export function boundAnswer(answers: Answers): Answer | undefined {
  return answers.find(isHere);
}

/** What all answers together say. */
export function locationOf(answers: readonly Answer[], fromCache: boolean): Location {
  const bound = boundAnswer(answers);
  return {
    ...(bound ? foundAt(bound, answers) : nowhere(answers)),
    fromCache,
    attempts: answers.map(attemptOf),
  };
}

function foundAt(bound: Answer, answers: Answers): Omit<Location, 'fromCache' | 'attempts'> {
  const index = answers.indexOf(bound);
  const below = answers
    .slice(index + 1)
    .flatMap((answer) => (answer && isHere(answer) ? [answer.source.id] : []));
  return {
    outcome: 'found',
    source: bound.source.id,
    access: bound.access ?? 'open',
    ...defined({ canonicalId: bound.canonicalId }),
    confidence: answers.slice(0, index).every(isNo) ? 'confirmed' : 'provisional',
    alternatives: below,
  };
}

function nowhere(answers: readonly Answer[]): Omit<Location, 'fromCache' | 'attempts'> {
  const retryAfterSeconds = shortestWait(answers);
  return { outcome: outcomeOf(answers), alternatives: [], ...defined({ retryAfterSeconds }) };
}

/**
 * For the outcome `rate-limited`: seconds until the first of the rate-limited sources can be asked again,
 * where one said so.
 */
export function shortestWait(answers: readonly Answer[]): number | undefined {
  if (outcomeOf(answers) !== 'rate-limited') return undefined;
  const limited = answers.filter((answer) => countsAs(answer) === 'rate-limited');
  const waits = limited.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

/** The outcome when no answer is a find. */
export function outcomeOf(answers: readonly Answer[]): Outcome {
  const verdicts = answers.map(countsAs);
  const telling = TELLING.find((verdict) => verdicts.includes(verdict));
  if (telling) return telling;
  return verdicts.every((verdict) => verdict === 'absent') ? 'not-found' : 'unavailable';
}

function countsAs(answer: Answer): Verdict {
  return answer.restingFor ?? answer.verdict;
}
